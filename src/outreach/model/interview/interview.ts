import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { Mode } from "../round/outcome.ts";
import { RoundId, TalkedTo } from "../round/round.ts";
import { UNDERSTANDINGS } from "./consent-rules.ts";
import { CONSENT_PURPOSES } from "./consent-texts.ts";

const Answer = z.enum(["given", "refused"]);

/** What one person answered, and in which capacity. A purpose left out was not asked about. */
export const ConsentAnswers = z.object({
  capacity: z.enum(["self", "guardian", "agent"]),
  byPersonId: PersonId.optional(),
  byName: z.string().trim().min(1).max(80).optional(),
  /** The carer of this very record spoke, who may have no record of their own yet. */
  byCarer: z.boolean().optional(),
  answers: z.partialRecord(z.enum(CONSENT_PURPOSES), Answer),
});
export type ConsentAnswers = z.output<typeof ConsentAnswers>;

/** A need as heard in the interview; whose it is follows from where it stands. */
export const InterviewNeed = z.object({
  code: z.string().max(60),
  priority: z.enum(["urgent", "soon", "later"]),
  source: z.enum(["client", "carer", "worker"]),
  words: z.string().trim().max(2000).default(""),
});
export type InterviewNeed = z.output<typeof InterviewNeed>;

/** The carer as a person: known already, or new. */
export const InterviewCarer = z.object({
  personId: PersonId.optional(),
  name: z.string().trim().min(1).max(80).optional(),
  relation: z.string().trim().min(1).max(40).optional(),
  phone: z.string().trim().max(40).optional(),
  sex: z.enum(["female", "male"]).optional(),
  birthOn: z.iso.date().optional(),
  isGuardian: z.boolean().default(false),
  consent: ConsentAnswers.optional(),
  needs: z.array(InterviewNeed).max(40).default([]),
}).refine(({ personId, name }) => personId !== undefined || name !== undefined, { path: ["name"], message: "interview.carer_name" })
  .refine(({ personId, relation }) => personId !== undefined || relation !== undefined, { path: ["relation"], message: "interview.carer_relation" });
export type InterviewCarer = z.output<typeof InterviewCarer>;

/** Somebody the resident or carer named. */
const InterviewReferral = z.object({
  name: z.string().trim().min(1).max(80),
  phone: z.string().trim().max(40).optional(),
  howKnown: z.string().trim().max(400).default(""),
  mayBeNamed: z.boolean().default(false),
});

/** The whole record of one conversation (访谈记录), kept at once or not at all. */
export const Interview = z.object({
  roundId: RoundId, personId: PersonId,
  heldOn: z.iso.date(),
  mode: Mode,
  minutes: z.number().int().min(1).max(600).optional(),
  present: z.array(TalkedTo).min(1),
  understanding: z.enum(UNDERSTANDINGS),
  /** Whether the resident still stays at home for long; left out when it was not talked about. */
  longAtHome: z.enum(["yes", "no"]).optional(),
  consent: ConsentAnswers.optional(),
  needs: z.array(InterviewNeed).max(40).default([]),
  carer: InterviewCarer.optional(),
  referrals: z.array(InterviewReferral).max(5).default([]),
  summary: z.string().trim().max(4000).default(""),
  nextDueOn: z.iso.date().optional(),
  /** The language the consent texts were read out in. */
  language: z.enum(["zh", "en"]).default("zh"),
});
export type Interview = z.output<typeof Interview>;
