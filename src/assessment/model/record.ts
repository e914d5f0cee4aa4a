import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";

export const RecordId = z.uuid().brand<"AssessmentRecordId">();
export type RecordId = z.infer<typeof RecordId>;

export const PROFESSIONS = ["medical", "nursing", "social_work", "rehabilitation", "other"] as const;
export const PRESENT = ["client", "carer", "family", "worker", "volunteer", "other"] as const;

/** Somebody who assessed (评估人). */
export const Assessor = z.object({ name: z.string().trim().min(1).max(60), profession: z.enum(PROFESSIONS) });
export type Assessor = z.output<typeof Assessor>;

/** One assessment as it is written down. */
export const NewAssessment = z.object({
  personId: PersonId,
  instrumentId: z.string().max(40),
  instrumentVersion: z.coerce.number().int(),
  assessedOn: z.iso.date(),
  place: z.string().trim().max(100).default(""),
  present: z.array(z.enum(PRESENT)).max(PRESENT.length),
  assessors: z.array(Assessor).min(1).max(4),
  answers: z.record(z.string().max(12), z.union([z.number().int(), z.literal("na")])),
  facts: z.record(z.string().max(40), z.boolean()).default({}),
  note: z.string().trim().max(2000).default(""),
  /** When it is to be done again; left out: as the instrument says; null: not again. */
  nextDueOn: z.iso.date().nullish(),
  /** The record this one takes the place of. */
  corrects: RecordId.optional(),
});
export type NewAssessment = z.output<typeof NewAssessment>;

export const Withdrawal = z.object({ recordId: RecordId, reason: z.string().trim().min(2).max(500) });
export type Withdrawal = z.output<typeof Withdrawal>;
