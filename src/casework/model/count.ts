import { z } from "zod";
import { NeedPriority, NeedStatus } from "./need.ts";
import { Population } from "./population.ts";

/** Which needs are counted or listed; everything given must hold. */
export const NeedFilter = z.object({
  population: Population.optional(),
  topic: z.string().max(30).optional(),
  code: z.string().max(60).optional(),
  communityId: z.uuid().optional(),
  /** Needs heard where no community was known. */
  noCommunity: z.boolean().optional(),
  /** `open`: somebody still waits. Left out: all but the withdrawn. */
  standing: z.enum(["open", "met", "all"]).default("all"),
  priority: NeedPriority.optional(),
  status: NeedStatus.optional(),
  heardFrom: z.iso.date().optional(),
  heardTo: z.iso.date().optional(),
});
export type NeedFilter = z.output<typeof NeedFilter>;

/** One figure: needs, and the different persons who have them. A dimension that is null is summed over. */
export interface NeedCount {
  readonly code: string | null;
  readonly topic: string | null;
  readonly population: Population | null;
  /** `none` where no community was known. */
  readonly communityId: string | null;
  readonly needs: number;
  readonly persons: number;
  readonly urgent: number;
  readonly met: number;
}
