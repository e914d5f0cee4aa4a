import type { ReactNode } from "react";
import { ConfirmForm, TextArea } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";

export interface WordsFormProps {
  trigger: string;
  question: string;
  /** Label of the words asked for; the other side reads them. */
  words: string;
  intent: string;
  values?: Readonly<Record<string, string>>;
  tone?: "primary" | "danger";
  children?: ReactNode;
}

/** A step that needs a reason: opens in place and asks for it. */
export function WordsForm({ trigger, question, words, intent, values = {}, tone = "danger", children }: WordsFormProps) {
  return (
    <ConfirmForm trigger={trigger} question={question} confirm={trigger} tone={tone} values={{ intent, ...values }}>
      <IdempotencyField />
      {children}
      <TextArea name="words" label={words} rows={3} maxLength={500} />
    </ConfirmForm>
  );
}
