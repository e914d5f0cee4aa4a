import { Refusal } from "#kernel/refusal.ts";

/** A family or a group around one phone signs up together. */
const PER_HOUR = 20;
const HOUR_MS = 3_600_000;
const recent = new Map<string, number[]>();

/** Refuses an address that sends far more than people would. Kept in memory only: an address is never stored with a person. */
export function limitSignUps(address: string, now: Date): void {
  const since = now.getTime() - HOUR_MS;
  for (const [known, instants] of recent) if (instants.at(-1)! <= since) recent.delete(known);
  const instants = (recent.get(address) ?? []).filter((instant) => instant > since);
  if (instants.length >= PER_HOUR) throw new Refusal("too_many", "activities.too_many");
  recent.set(address, [...instants, now.getTime()]);
}
