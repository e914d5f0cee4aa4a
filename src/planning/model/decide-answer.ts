import type { Answer } from "./forms.ts";

/** What stands against keeping an answer; `kept` is what the version says of itself. */
export function answerFault(answer: Answer, kept: { readonly textHash: string | null; readonly settledOn: string | null }, today: string): { readonly field: string; readonly reason: string } | undefined {
  if (kept.textHash === null || answer.textHash !== kept.textHash) return { field: "textHash", reason: "plan.other_text" };
  if (answer.on > today) return { field: "on", reason: "plan.in_future" };
  if (kept.settledOn !== null && answer.on < kept.settledOn) return { field: "on", reason: "plan.before_settled" };
  if (answer.capacity === "guardian" && answer.relation === "") return { field: "relation", reason: "plan.relation_missing" };
  if (answer.kind === "refused") return answer.words === "" ? { field: "words", reason: "plan.refusal_words" } : undefined;
  if (answer.how === "paper" && answer.paper === "") return { field: "paper", reason: "plan.paper_missing" };
  return undefined;
}
