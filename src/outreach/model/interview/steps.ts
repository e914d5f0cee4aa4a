/** The pages of the interview, one topic each (谈话、照顾者、同意、需求、照顾者的需求、还认识谁、结束、核对). */
export const STEPS = ["talk", "carer", "consent", "needs", "needs-words", "carer-needs", "carer-words", "others", "close", "check"] as const;
export type Step = (typeof STEPS)[number];

/** Lines of people somebody named; the page has this many. */
export const REFERRAL_LINES = 3;

/** What was typed on a page, kept as it was typed: a half-filled page is a draft too. */
export type TypedPage = Readonly<Record<string, string | readonly string[]>>;

/** A draft: what was typed, page by page. */
export type InterviewDraft = Readonly<Partial<Record<Step, TypedPage>>>;

/** The pages this conversation has: nothing to say more about without needs, nothing of a carer without one. */
export function stepsOf(draft: InterviewDraft): Step[] {
  const carer = first(draft.carer?.["carer"]);
  const hasCarer = carer !== undefined && carer !== "none";
  const has = (page: TypedPage | undefined) => (page?.["code"] ?? []).length > 0;
  return STEPS.filter((step) => {
    if (step === "needs-words") return has(draft.needs);
    if (step === "carer-needs") return hasCarer;
    if (step === "carer-words") return hasCarer && has(draft["carer-needs"]);
    return true;
  });
}

/** The page after this one. */
export function stepAfter(step: Step, draft: InterviewDraft): Step {
  const steps = stepsOf(draft);
  return steps[steps.indexOf(step) + 1] ?? "check";
}

/** The page before this one; null on the first. */
export function stepBefore(step: Step, draft: InterviewDraft): Step | null {
  const steps = stepsOf(draft);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** All values typed under a name. */
export function all(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** The first value typed under a name. */
export function first(value: string | readonly string[] | undefined): string | undefined {
  return all(value)[0];
}
