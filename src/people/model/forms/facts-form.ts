import { z } from "zod";
import { NewContact, Day } from "../person.ts";
import { DisabilityForm } from "./person-form.ts";
import { IDENTIFIER_SYSTEMS, SITUATION_KINDS } from "../terms.ts";

const words = z.string().max(400).optional().transform((text) => (text ?? "").split(/[、,，;；/\n]/).map((word) => word.trim()).filter((word) => word !== "" && word.length <= 40).slice(0, 50));

const Situation = z.object({
  intent: z.literal("situation"), situation: z.enum(SITUATION_KINDS), atHome: z.enum(["yes", "no"]).optional(), words: z.string().trim().max(200).optional(), sinceOn: Day.optional(),
}).superRefine(({ situation, atHome, words: said }, check) => {
  if (situation === "long_at_home" && !atHome) check.addIssue({ code: "invalid_value", values: ["yes", "no"], path: ["atHome"], input: undefined });
  if (situation !== "long_at_home" && !said) check.addIssue({ code: "invalid_type", expected: "string", path: ["words"], input: undefined });
});

/** The small forms of one page, told apart by their intent. */
export const FactsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add_contact"), kind: NewContact.shape.kind, value: NewContact.shape.value, whose: NewContact.shape.whose, holderName: NewContact.shape.holderName, relation: NewContact.shape.relation }),
  z.object({ intent: z.literal("remove_contact"), contactId: z.uuid() }),
  Situation,
  DisabilityForm.safeExtend({ intent: z.literal("disability") }),
  z.object({ intent: z.literal("identifier"), system: z.enum(IDENTIFIER_SYSTEMS), number: z.string().trim().min(1).max(40) }),
  z.object({ intent: z.literal("words"), interests: words, languages: words }),
]);
