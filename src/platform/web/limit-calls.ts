import { Refusal } from "../../kernel/refusal.ts";

const HOUR_MS = 3_600_000;

/** Refuses an address that sends more in an hour than people would. Kept in memory only: an address is never stored with a person. */
export function limitCalls(perHour: number, reason: Refusal["reason"]): (address: string, now: Date) => void {
  const recent = new Map<string, number[]>();
  return (address, now) => {
    const since = now.getTime() - HOUR_MS;
    for (const [known, instants] of recent) if (instants.at(-1)! <= since) recent.delete(known);
    const instants = (recent.get(address) ?? []).filter((instant) => instant > since);
    if (instants.length >= perHour) throw new Refusal("too_many", reason);
    recent.set(address, [...instants, now.getTime()]);
  };
}
