import { z } from "zod";
import { listOf } from "#platform/web/form.ts";
import { MemberKey, TypedWords, type VisitorAsks } from "../model/plan.ts";

/** What is asked of visitors, as the form sends it. */
export const AsksSent = z.object({
  languages: TypedWords, skills: TypedWords, sex: z.enum(["any", "female", "male"]).default("any"), wanted: z.union([z.literal(""), MemberKey]).default(""),
  never: listOf(MemberKey),
});

/** The same as a wish. */
export const asksOf = ({ languages, skills, sex, wanted, never }: z.output<typeof AsksSent>): VisitorAsks => ({
  languages, skills, sex: sex === "any" ? null : sex, wanted: wanted === "" ? null : wanted, never,
});
