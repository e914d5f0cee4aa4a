import { z } from "zod";

/** What the list of jobs is narrowed to, as an address says it; anything unknown is left out. */
export const JobFilterQuery = z.object({
  show: z.enum(["working", "paused", "ended", "due"]).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
});
