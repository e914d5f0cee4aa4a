import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { Criteria } from "../segment/criteria.ts";
import { Mode, Outcome } from "./outcome.ts";

export const RoundId = z.uuid().brand<"RoundId">();
export type RoundId = z.infer<typeof RoundId>;
export const SegmentId = z.uuid().brand<"SegmentId">();
export type SegmentId = z.infer<typeof SegmentId>;

const Day = z.iso.date();
const Name = z.string().trim().min(1).max(80);
const Version = z.coerce.number().int().optional();

/** Who spoke with the worker. */
export const TalkedTo = z.enum(["client", "carer", "other"]);
export type TalkedTo = z.infer<typeof TalkedTo>;

/** A segment as it is saved; with `id` and `version` an existing one is changed. */
export const SegmentToSave = z.object({ id: SegmentId.optional(), version: Version, name: Name, criteria: Criteria });
export type SegmentToSave = z.output<typeof SegmentToSave>;

/** A round as it is begun. Its members are the segment's on that day. */
export const NewRound = z.object({ name: Name, segmentId: SegmentId, mode: Mode, opensOn: Day, dueOn: Day });
export type NewRound = z.output<typeof NewRound>;

/** How members are shared out: among these workers, or by community by hand. */
export const AssignChoice = z.object({
  roundId: RoundId,
  how: z.enum(["evenly", "community", "hand"]),
  /** Only those nobody has yet, or everybody who is not done. */
  whom: z.enum(["unassigned", "all"]).default("unassigned"),
  workerIds: z.array(z.uuid()).max(100).default([]),
  /** For `hand`: community id (or `none`) → worker. */
  byCommunity: z.record(z.string(), z.uuid()).default({}),
});
export type AssignChoice = z.output<typeof AssignChoice>;

/** Members given to another worker. */
export const Reassignment = z.object({ roundId: RoundId, personIds: z.array(PersonId).min(1).max(500), workerId: z.uuid() });
export type Reassignment = z.output<typeof Reassignment>;

/** One attempt as a worker logs it. */
export const AttemptInput = z.object({
  roundId: RoundId, personId: PersonId,
  mode: Mode, outcome: Outcome, onDay: Day,
  /** Local time, HH:MM. */
  atTime: z.iso.time({ precision: -1 }).optional(),
  talkedTo: TalkedTo.optional(),
  minutes: z.coerce.number().int().min(1).max(600).optional(),
  note: z.string().trim().max(2000).default(""),
  nextDueOn: Day.optional(),
  corrects: z.coerce.number().int().positive().optional(),
});
export type AttemptInput = z.output<typeof AttemptInput>;

/** Somebody named by a person met in a round: known already, or new with what was told of them. */
export const ReferralInput = z.object({
  roundId: RoundId, fromPersonId: PersonId,
  personId: PersonId.optional(),
  name: z.string().trim().min(1).max(80).optional(),
  phone: z.string().trim().max(40).optional(),
  communityId: z.uuid().optional(),
  howKnown: z.string().trim().max(400).default(""),
  mayBeNamed: z.boolean().default(false),
}).refine(({ personId, name }) => personId !== undefined || name !== undefined, { path: ["name"], message: "referral.name_missing" });
export type ReferralInput = z.output<typeof ReferralInput>;

/** A refusal taken back. */
export const LiftRefusal = z.object({ refusalId: z.uuid(), reason: z.string().trim().min(1).max(400) });
export type LiftRefusal = z.output<typeof LiftRefusal>;
