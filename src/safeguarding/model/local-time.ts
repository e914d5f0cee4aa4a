/** The organisation's clock is China's, eight hours before UTC all year. */
const OFFSET = "+08:00";

/** An instant from what a form gives, `YYYY-MM-DDTHH:mm`; now where nothing was filled in. */
export function instantOf(local: string | undefined, now: Date): string {
  return local === undefined ? now.toISOString() : new Date(`${local}${local.length === 16 ? ":00" : ""}${OFFSET}`).toISOString();
}
