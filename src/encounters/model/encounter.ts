import { z } from "zod";
import { daysBetween } from "#kernel/calendar.ts";
import { MODES, ROLES } from "./modes.ts";

/** Longest a service may be entered after it was given, in days. */
const LATE_DAYS = 90;

/** A service as it is entered (服务记录; FHIR Encounter): one fact, from which everything else is counted. */
export const Entry = z.object({
  happenedOn: z.iso.date(),
  minutes: z.coerce.number().int().min(1).max(720),
  mode: z.enum(MODES),
  communityId: z.uuid().nullable().default(null),
  placeWords: z.string().trim().max(200).default(""),
  /** Topics of the pack of needs in force, e.g. `company`. */
  topics: z.array(z.string().regex(/^[a-z]{2,40}$/)).max(12).default([]),
  needIds: z.array(z.uuid()).max(20).default([]),
  seen: z.string().trim().max(4000).default(""),
  nextWords: z.string().trim().max(500).default(""),
  nextOn: z.iso.date().nullable().default(null),
  people: z.array(z.object({ personId: z.uuid(), role: z.enum(ROLES) })).min(1).max(60),
  /** Accounts of colleagues who were there. */
  colleagues: z.array(z.uuid()).max(10).default([]),
});
export type Entry = z.output<typeof Entry>;

/** An entry on its way from where it was typed; sent as often as it takes. */
export const Sent = z.object({
  id: z.uuid(),
  /** The revision it was typed over; 0 for a new one. */
  basis: z.number().int().min(0).max(30_000),
  /** Of this very content: the same key is the same sending. */
  sendKey: z.string().min(8).max(80),
  /** Keys of earlier sendings of this entry from here whose answer never came. */
  tried: z.array(z.string().max(80)).max(200).default([]),
  /** Why it is corrected; needed from the second revision on. */
  why: z.string().trim().max(500).default(""),
  /** What was known of the persons when it was typed, by person; see `stampOf`. */
  stamps: z.record(z.uuid(), z.string().max(40)).default({}),
  entry: Entry,
});
export type Sent = z.output<typeof Sent>;

/** Whether a service of that day may still be entered. */
export const mayStillEnter = (happenedOn: string, today: string): boolean => daysBetween(happenedOn, today) <= LATE_DAYS;

type EntryDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: "in_future" | "too_late" | "nobody_served" | "person_twice" | "next_without_words" | "next_in_past" };

/** Whether an entry can stand: of the past, not too old, serving somebody, each person once, a next step with words. */
export function decideEntry({ happenedOn, people, nextOn, nextWords }: Entry, today: string): EntryDecision {
  const no = (reason: Extract<EntryDecision, { allowed: false }>["reason"]) => ({ allowed: false, reason }) as const;
  if (happenedOn > today) return no("in_future");
  if (!mayStillEnter(happenedOn, today)) return no("too_late");
  if (!people.some(({ role }) => role !== "volunteer")) return no("nobody_served");
  if (new Set(people.map(({ personId }) => personId)).size < people.length) return no("person_twice");
  if (nextOn !== null && nextWords === "") return no("next_without_words");
  if (nextOn !== null && nextOn < happenedOn) return no("next_in_past");
  return { allowed: true };
}
