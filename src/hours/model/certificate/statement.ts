import { entryState, type EntryFacts } from "../entry.ts";

/** One kind of service in a certificate: how often, how long. */
export interface ServiceLine {
  readonly title: string;
  readonly times: number;
  readonly minutes: number;
}

/**
 * What a certificate states, as it was known on the day of issue.
 *
 * Source: 民发〔2015〕149号: the volunteer, the service, the issuer, number, day of issue, notes. The identity number is left out: the
 * volunteer's number stands for it.
 */
export interface Statement {
  readonly number: string;
  readonly volunteer: { readonly name: string; readonly number: string };
  readonly service: { readonly fromOn: string; readonly untilOn: string; readonly minutes: number; readonly lines: readonly ServiceLine[] };
  readonly issuer: { readonly name: string; readonly head: string; readonly handler: string; readonly contact: string };
  readonly issuedOn: string;
  /** Whose word it is: the organisation's own (本机构出具), no authority's. */
  readonly wording: string;
  readonly notes: string;
}

export interface CountedEntry extends EntryFacts {
  readonly id: string;
  readonly happenedOn: string;
  readonly title: string;
}

/** The entries a certificate of a period may count: confirmed, closed, neither taken back nor superseded. */
export function countable<Entry extends CountedEntry>(entries: readonly Entry[], { fromOn, untilOn }: { fromOn: string; untilOn: string }): Entry[] {
  return entries.filter((entry) => entryState(entry) === "confirmed" && fromOn <= entry.happenedOn && entry.happenedOn <= untilOn);
}

/** Entries of one title as one line, in the order they first happened. */
export function serviceLines(entries: readonly CountedEntry[]): ServiceLine[] {
  const inOrder = [...entries].sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0));
  return [...Map.groupBy(inOrder, ({ title }) => title)].map(([title, of]) => ({ title, times: of.length, minutes: totalMinutes(of) }));
}

export function totalMinutes(entries: readonly EntryFacts[]): number {
  return entries.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
