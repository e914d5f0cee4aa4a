import type { ReactNode } from "react";
import { Form } from "react-router";
import { FormScope, RefusalNote, type FormResult } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { identityText } from "../../messages/index.ts";

export interface FormFrameProps {
  /** Several forms stand on one page: this one's name, sent along. */
  intent?: string;
  /** What the page's action gave back. */
  result: unknown;
  action?: string;
  /** Names of fields in words, for showing a clash side by side. */
  labels?: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** One form with its own refusal at the top. */
export function FormFrame({ intent, result, action, labels = {}, children }: FormFrameProps) {
  const texts = useRefusals(identityText);
  const mine = resultOf(result, intent);
  return (
    <FormScope form={intent} result={mine} texts={texts}>
      <Form method="post" action={action} className="form">
        <RefusalNote of={mine?.refusal && onlyOnce(mine.refusal)} texts={texts} labels={labels} />
        <IdempotencyField />
        {intent ? <input type="hidden" name="intent" value={intent} /> : null}
        {children}
      </Form>
    </FormScope>
  );
}

/** The refusal of a form that shows none itself, such as a question asked once more. */
export function FormNote({ intent, result }: Pick<FormFrameProps, "intent" | "result">) {
  const texts = useRefusals(identityText);
  const mine = resultOf(result, intent);
  return <RefusalNote of={mine?.refusal && onlyOnce(mine.refusal)} texts={texts} />;
}

/** The refusal of this form, not of another one on the page. */
function resultOf(result: unknown, intent: string | undefined): FormResult | undefined {
  if (typeof result !== "object" || result === null || !("refusal" in result)) return undefined;
  const refused = result as FormResult;
  return intent === undefined || refused.values?.intent === intent ? refused : undefined;
}

/** A refusal that only says what its one field says is not said twice. */
function onlyOnce(refusal: NonNullable<FormResult["refusal"]>): NonNullable<FormResult["refusal"]> {
  return refusal.fields?.some(({ reason }) => reason === refusal.reason) ? { ...refusal, reason: "platform.check_fields" } : refusal;
}
