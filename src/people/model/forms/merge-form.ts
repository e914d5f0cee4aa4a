import { z } from "zod";
import { MERGED_FIELDS } from "../decide-merge.ts";

/** One field's radio: which side is right. */
const side = z.enum(["this", "other"]).optional();

/** The forms of the merge page: merge, keep apart, undo. */
export const MergeForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("merge"), otherId: z.uuid(), survivor: z.enum(["this", "other"]), reason: z.string().trim().max(300).optional(), ...Object.fromEntries(MERGED_FIELDS.map((field) => [field, side])) as Record<(typeof MERGED_FIELDS)[number], typeof side> }),
  z.object({ intent: z.literal("apart"), otherId: z.uuid() }),
  z.object({ intent: z.literal("undo"), mergeId: z.uuid() }),
]);

/** What to merge into what, and the fields in which the merged one is right. */
export function mergeOfForm(personId: string, form: Extract<z.output<typeof MergeForm>, { intent: "merge" }>): { survivorId: string; mergedId: string; reason: string; take: string[] } {
  const keepThis = form.survivor === "this";
  return {
    survivorId: keepThis ? personId : form.otherId, mergedId: keepThis ? form.otherId : personId, reason: form.reason ?? "",
    take: MERGED_FIELDS.filter((field) => form[field] === (keepThis ? "other" : "this")),
  };
}
