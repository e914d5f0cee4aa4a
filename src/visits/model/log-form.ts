import { z } from "zod";
import { SEVERITIES } from "./concern.ts";
import { MOODS, VISIT_MODES } from "./visit.ts";

/** What the friend notes: three taps (how, how long, how they were) and words if they like. */
export const LogVisit = z.object({
  pairId: z.uuid(),
  happenedOn: z.iso.date(),
  minutes: z.coerce.number().int().min(5).max(720),
  mode: z.enum(VISIT_MODES),
  mood: z.enum(MOODS),
  words: z.string().max(4000).default(""),
  /** Number given on the device, so that a second sending counts once. */
  deviceKey: z.string().min(8).max(80).optional(),
  concern: z.object({ severity: z.enum(SEVERITIES), words: z.string().min(1).max(4000) }).optional(),
});
export type LogVisit = z.infer<typeof LogVisit>;
