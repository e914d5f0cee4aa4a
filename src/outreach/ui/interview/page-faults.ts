import { ageOn } from "#kernel/calendar.ts";
import { isRefusal, type FieldFault } from "#kernel/refusal.ts";
import type { Language } from "#platform/i18n/language.ts";
import { readValues } from "#platform/web/form.ts";
import { decideConsentBy, type Understanding } from "../../model/interview/consent-rules.ts";
import { Interview } from "../../model/interview/interview.ts";
import { gather, pageOfFault } from "../../model/interview/read-draft.ts";
import { first, type InterviewDraft, type Step } from "../../model/interview/steps.ts";

/** A fault with the page it is mended on. */
export type PageFault = FieldFault & { readonly step: Step };

/** All faults of a draft, in the reader's language; none when it can be kept. */
export function faultsOf(ids: { roundId: string; personId: string }, draft: InterviewDraft, language: Language): PageFault[] {
  try {
    readValues(Interview, gather(ids, draft), language);
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.fields.map(({ field, reason }) => ({ ...pageOfFault(field.split("."), draft), reason }));
  }
}

/** A yes that nobody could give is told on its own page, not at the end. */
export function consentFaults(draft: InterviewDraft, birthOn: string | null): PageFault[] {
  const heldOn = first(draft.talk?.["heldOn"]);
  const understanding = first(draft.talk?.["understanding"]) as Understanding | undefined;
  const answers = Object.entries(draft.consent ?? {}).filter(([name]) => name.startsWith("answer.")).map(([, value]) => first(value)).filter((answer) => answer === "given" || answer === "refused");
  if (!heldOn || !understanding) return [];
  const capacity = (first(draft.consent?.["capacity"]) ?? "self") as "self" | "guardian" | "agent";
  const decision = decideConsentBy({ ageYears: birthOn === null ? null : ageOn(birthOn, heldOn), understanding }, { capacity, answers });
  return decision.allowed ? [] : [{ step: "consent", field: "capacity", reason: `interview.${decision.reason}` }];
}
