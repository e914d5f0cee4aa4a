import type { Language } from "#platform/i18n/language.ts";
import { submit } from "#platform/web/form.ts";

const SECRETS: ReadonlySet<string> = new Set(["password", "current", "code", "response", "setupCode"]);

/** As `submit`, but a refused form never carries what was typed as a secret back to the page. */
export async function submitSecret<T>(request: Request, lang: Language, work: Parameters<typeof submit<T>>[2]) {
  const answer = await submit(request, lang, work);
  if (typeof answer !== "object" || answer === null || !("refusal" in answer) || !("values" in answer)) return answer;
  const values = Object.fromEntries(Object.entries(answer.values as Record<string, string | string[]>).filter(([name]) => !SECRETS.has(name)));
  return { ...answer, values };
}
