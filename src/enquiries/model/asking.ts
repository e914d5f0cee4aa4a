import { z } from "zod";

/** What the public form asks for. Only the words are needed; a name and a way to answer are welcome. */
export const Asking = z.object({
  forWhom: z.enum(["self", "other"]),
  askerName: z.string().max(40).optional(),
  askerContact: z.string().max(60).optional(),
  askerRelation: z.string().max(40).optional(),
  subjectName: z.string().max(40).optional(),
  community: z.string().max(60).optional(),
  words: z.string().min(1).max(4000),
  urgent: z.coerce.boolean().optional(),
});
export type Asking = z.infer<typeof Asking>;
