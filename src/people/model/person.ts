import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { BIRTH_PRECISIONS, CONTACT_KINDS, DISABILITY_GRADES, DISABILITY_TYPES, IDENTIFIER_SYSTEMS, ROLES, SEXES, SITUATION_KINDS } from "./terms.ts";

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.string().refine(isDay, { error: "person.no_day" });

const word = (most: number) => z.string().trim().min(1).max(most);

export const NewContact = z.object({
  kind: z.enum(CONTACT_KINDS), value: word(120),
  whose: z.enum(["self", "other"]).optional(), holderName: word(80).nullish(), relation: word(40).nullish(),
  /** 1 is tried first. */
  rank: z.number().int().min(1).max(99).optional(),
});
export type NewContact = z.infer<typeof NewContact>;

export const NewRelative = z.object({
  name: word(80).nullish(), otherId: z.uuid().nullish(), phone: word(40).nullish(),
  relation: word(40), inverse: word(40).nullish(),
  isGuardian: z.boolean().optional(), isCarer: z.boolean().optional(), contactRule: z.enum(["may", "must_not", "unknown"]).optional(),
});
export type NewRelative = z.infer<typeof NewRelative>;

/** A person's own fields, those that stand in one row and carry one version. */
export const PersonFields = z.object({
  name: word(80), preferredName: word(80).nullish(),
  sex: z.enum(SEXES).nullish(), birthOn: Day.nullish(), birthPrecision: z.enum(BIRTH_PRECISIONS).nullish(),
  ethnicity: word(20).nullish(), communityId: z.uuid().nullish(), laneId: z.uuid().nullish(),
  address: word(300).nullish(), registeredAddress: word(300).nullish(), remarks: word(4000).nullish(), deceasedOn: Day.nullish(),
});
export type PersonFields = z.infer<typeof PersonFields>;

/** Everything that may be known of somebody at once, as a register row or a sign-up gives it. */
export const NewPerson = PersonFields.extend({
  contacts: z.array(NewContact).max(20).optional(),
  identifiers: z.array(z.object({ system: z.enum(IDENTIFIER_SYSTEMS), value: word(40), fault: word(40).nullish() })).max(10).optional(),
  disability: z.object({ type: z.literal(DISABILITY_TYPES).nullish(), grade: z.literal(DISABILITY_GRADES).nullish(), fromOn: Day.nullish() }).nullish(),
  situations: z.array(z.object({ kind: z.enum(SITUATION_KINDS), value: word(200), sinceOn: Day.nullish() })).max(10).optional(),
  roles: z.array(z.object({ role: z.enum(ROLES), fromOn: Day, reason: z.string().max(200).optional() })).max(5).optional(),
  relatives: z.array(NewRelative).max(20).optional(),
  interests: z.array(word(40)).max(50).optional(),
  languages: z.array(word(40)).max(20).optional(),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** The names of the fields of one person's row, in the order of the screen. */
export const PERSON_FIELDS = Object.keys(PersonFields.shape) as (keyof PersonFields)[];
