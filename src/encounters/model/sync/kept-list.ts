/** How long a device keeps the list of people it took along, in hours: a long day, and as long as the PIN opens. */
export const LIST_HOURS = 14;
/** A clock is put right by a little now and then; set back further it is no way to keep a list longer. */
const CLOCK_MINUTES = 10;

/** From when until when a list may be read on the device, ISO 8601. */
export interface ListTime {
  readonly from: string;
  readonly until: string;
}

export const listTime = (now: Date): ListTime => ({ from: now.toISOString(), until: new Date(now.getTime() + LIST_HOURS * 3_600_000).toISOString() });

/** Whether its time is over: then its key is thrown away, whether or not the device was ever on a network again. */
export const isOver = ({ from, until }: ListTime, now: Date): boolean => until <= now.toISOString() || now.getTime() < Date.parse(from) - CLOCK_MINUTES * 60_000;
