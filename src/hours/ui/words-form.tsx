import type { ReactNode } from "react";
import { useActionData } from "react-router";
import { ConfirmForm, FormScope, TextArea } from "#platform/ui/index.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../messages/index.ts";

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

/** A step that needs a reason: opens in place and asks for it; what was typed comes back after a refusal. */
export function WordsForm({ trigger, question, words, intent, values = {}, tone = "danger", children }: WordsFormProps) {
  const texts = useRefusals(hoursText);
  const sent = { intent, ...values };
  const answer: unknown = useActionData();
  const refused = typeof answer === "object" && answer !== null && "refusal" in answer ? (answer as Refused) : undefined;
  const mine = refused && Object.entries(sent).every(([name, value]) => refused.values[name] === value) ? refused : undefined;
  return (
    <FormScope form={Object.values(sent).join("-")} result={mine} texts={texts}>
      <ConfirmForm trigger={trigger} question={question} confirm={trigger} tone={tone} values={sent}>
        <IdempotencyField />
        {children}
        <TextArea name="words" label={words} rows={3} maxLength={500} />
      </ConfirmForm>
    </FormScope>
  );
}
