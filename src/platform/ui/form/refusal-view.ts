import type { Difference, FieldFault } from "../../../kernel/refusal.ts";
import { fill } from "../messages/fill.ts";

/** A refusal as it comes back to the form: a `Refusal` of the kernel without its stack. */
export interface RefusalView {
  readonly kind?: string;
  readonly reason: string;
  readonly fields?: readonly FieldFault[];
  readonly params?: Readonly<Record<string, string | number>>;
  readonly difference?: Difference | undefined;
}

/** What an action gives back when it refused: why, and what had been typed, so nothing is lost without script. */
export interface FormResult {
  readonly refusal?: RefusalView | undefined;
  readonly values?: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** Messages by reason. Keys are whole reasons (`visit.too_early`), or what follows the dot. */
export type RefusalTexts = Readonly<Record<string, string>>;

/** The message of a reason with its values, or undefined when there is none. */
export function explain(reason: string, params: RefusalView["params"], texts: RefusalTexts): string | undefined {
  const text = texts[reason] ?? texts[reason.slice(reason.indexOf(".") + 1)];
  return text === undefined ? undefined : fill(text, params ?? {});
}

/** The faults of a refusal as messages by field name. */
export function faultsByField(refusal: RefusalView | undefined, texts: RefusalTexts): Map<string, string> {
  return new Map((refusal?.fields ?? []).map((fault) => [fault.field, explain(fault.reason, fault.params, texts) ?? fault.reason]));
}

/** The id of a field's control, so the summary at the top can lead to it. `form` tells fields of one name on one page apart. */
export function fieldId(name: string, form?: string): string {
  return form ? `f-${form}-${name}` : `f-${name}`;
}
