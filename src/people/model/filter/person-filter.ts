import { z } from "zod";
import { DISABILITY_GRADES, DISABILITY_TYPES, ROLES, SEXES } from "../terms.ts";

/** Which persons: what stands in the address bar of a list and in a saved segment. Everything given must hold. */
export const PersonFilter = z.object({
  /** As typed: characters, pinyin, initials, the last four digits of a phone. */
  q: z.string().trim().max(60).optional(),
  communityIds: z.array(z.uuid()).max(200).optional(),
  laneIds: z.array(z.uuid()).max(500).optional(),
  sex: z.enum(SEXES).optional(),
  /** Completed years, both ends included. Whoever has no birth date is in no age. */
  ageFrom: z.int().min(0).max(150).optional(),
  ageTo: z.int().min(0).max(150).optional(),
  disabilityTypes: z.array(z.literal(DISABILITY_TYPES)).optional(),
  disabilityGrades: z.array(z.literal(DISABILITY_GRADES)).optional(),
  longAtHome: z.enum(["yes", "no", "unknown"]).optional(),
  hasPhone: z.boolean().optional(),
  role: z.enum(ROLES).optional(),
  employment: z.string().trim().max(200).optional(),
  interest: z.string().trim().max(40).optional(),
  /** True: without the deceased; false: only them; absent: everybody. */
  living: z.boolean().optional(),
  /** True: only those without a community. */
  noCommunity: z.boolean().optional(),
  /** True: only those who no longer let their data be kept, and who are left out otherwise. */
  withheld: z.boolean().optional(),
  ids: z.array(z.uuid()).max(5000).optional(),
}).strict();
export type PersonFilter = z.infer<typeof PersonFilter>;
