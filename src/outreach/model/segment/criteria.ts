import { z } from "zod";

/** The day ages are counted on: the day the segment is looked at, or one fixed day, e.g. the one a register was filled in. */
const AgeDay = z.discriminatedUnion("kind", [z.object({ kind: z.literal("today") }), z.object({ kind: z.literal("fixed"), on: z.iso.date() })]);
type AgeDay = z.infer<typeof AgeDay>;

const AgeYears = z.number().int().min(0).max(130);

/** Whom a segment (人群) holds. Everything given must be true of a person; what is left out does not matter. */
export const Criteria = z.object({
  longAtHome: z.boolean().optional(),
  age: z.object({ fromYears: AgeYears.optional(), toYears: AgeYears.optional(), countedOn: AgeDay })
    .refine(({ fromYears, toYears }) => fromYears === undefined || toYears === undefined || fromYears <= toYears, { path: ["toYears"], message: "segment.ages_reversed" }).optional(),
  sex: z.enum(["male", "female"]).optional(),
  /** GB/T 26341-2010: 1 vision … 7 multiple. */
  disabilityTypes: z.array(z.number().int().min(1).max(7)).nonempty().optional(),
  /** GB/T 26341-2010: 1 (worst) to 4. */
  disabilityGrades: z.array(z.number().int().min(1).max(4)).nonempty().optional(),
  communityIds: z.array(z.uuid()).nonempty().optional(),
  /** As the register writes it: 未就业, 在业. */
  employment: z.string().trim().min(1).max(40).optional(),
  /** Nobody reached them in this many days, or ever. */
  notReachedDays: z.number().int().min(1).max(3650).optional(),
});
export type Criteria = z.infer<typeof Criteria>;

/** The day a segment counts ages on, `YYYY-MM-DD`. */
export function ageDayOf(criteria: Criteria, today: string): string {
  const day = criteria.age?.countedOn;
  return day?.kind === "fixed" ? day.on : today;
}
