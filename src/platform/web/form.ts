import { z } from "zod";
import { en as zodEnglish, zhCN as zodChinese } from "zod/locales";
import { isRefusal, Refusal } from "../../kernel/refusal.ts";
import type { Language } from "../i18n/language.ts";
import { DRAFT_DONE_COOKIE } from "../ui/draft/done-cookie.ts";
import type { RefusalView } from "../ui/form/refusal-view.ts";

/** What an action gives back when it refused: the note to show, and what had been typed, so that nothing is lost. */
export interface Refused {
  readonly refusal: RefusalView;
  readonly values: Readonly<Record<string, string | string[]>>;
}

/**
 * Runs an action. An expected refusal comes back to the form with what was typed; a bug goes to the error boundary.
 * `read(schema)` gives the form's values; several fields of one name become a list.
 */
export async function submit<T>(
  request: Request, lang: Language,
  work: (form: { data: FormData; read<S extends z.ZodType>(schema: S): z.output<S> }) => Promise<T>,
): Promise<T | Refused> {
  const data = await readForm(request);
  try {
    return forgetDraft(data, await work({ data, read: (schema) => readValues(schema, valuesOf(data), lang) }));
  } catch (error) {
    if (!isRefusal(error) || error.kind === "not_signed_in") throw error;
    return { refusal: refusalView(error), values: valuesOf(data) };
  }
}

/** The form a request carries; refused when it broke off on the way, e.g. because the network was lost. */
export function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => { throw new Refusal("invalid_input", "platform.form_broken_off"); });
}

/** A failed form keeps its draft, and so does one whose answer is no redirect: such a page says `draftDone` itself. */
function forgetDraft<T>(data: FormData, answer: T): T {
  if (answer instanceof Response) for (const [name, value] of Object.entries(draftDone(data))) answer.headers.append(name, value);
  return answer;
}

/** Tells the device that the form was accepted, so that its draft goes. */
export function draftDone(data: FormData): Record<string, string> {
  const draft = data.get("draft");
  return typeof draft === "string" && draft !== "" ? { "set-cookie": `${DRAFT_DONE_COOKIE}=${encodeURIComponent(draft)}; Path=/; Max-Age=60; SameSite=Lax` } : {};
}

/** The values of a form; empty texts, files and characters no text can hold are left out, so that `optional()` means "not filled in". */
export function valuesOf(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(data.keys())) {
    const texts = data.getAll(key).filter((value): value is string => typeof value === "string").map((text) => text.replaceAll("\0", "").trim()).filter((text) => text !== "");
    if (texts.length > 0) values[key] = texts.length === 1 ? texts[0]! : texts;
  }
  return values;
}

/** Checks values against a schema; each fault becomes a field with a sentence in the reader's language. */
export function readValues<S extends z.ZodType>(schema: S, values: unknown, lang: Language): z.output<S> {
  const { localeError } = lang === "zh" ? zodChinese() : zodEnglish();
  const parsed = schema.safeParse(values, { error: (issue) => missing(issue, lang) ?? localeError(issue) });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join("."), reason: issue.message }));
  throw new Refusal("invalid_input", "platform.check_fields", { fields });
}

function missing(issue: { code?: string; input?: unknown }, lang: Language): string | undefined {
  if (issue.code !== "invalid_type" && issue.code !== "invalid_value") return undefined;
  if (issue.input !== undefined) return undefined;
  return lang === "zh" ? "请填写这一项" : "Please fill this in";
}

/** A field that may be ticked or chosen several times: none, one or many, always a list. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** Plain data of a refusal, for pages and for problem details. */
export function refusalView({ kind, reason, fields, params, difference }: Refusal): RefusalView {
  return { kind, reason, fields, params, difference };
}

/** A part of the address, e.g. an identifier; one that cannot be is answered like one that does not exist. */
export function readParam<S extends z.ZodType>(value: string | undefined, schema: S): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refusal("not_found", "platform.not_found");
  return parsed.data;
}
