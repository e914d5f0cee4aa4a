import type { ReactNode } from "react";
import { useActionData, useLocation } from "react-router";
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
  /** Names the record where neither the address nor the values do. */
  of?: string;
  children?: ReactNode;
}

/** A step that needs a reason: opens in place and asks for it; what was typed is kept on the device and comes back after a refusal. */
export function WordsForm({ trigger, question, words, intent, values = {}, tone = "danger", of = "", children }: WordsFormProps) {
  const texts = useRefusals(hoursText);
  const { pathname } = useLocation();
  const sent = { intent, ...values };
  const answer: unknown = useActionData();
  const refused = typeof answer === "object" && answer !== null && "refusal" in answer ? (answer as Refused) : undefined;
  const mine = refused && Object.entries(sent).every(([name, value]) => refused.values[name] === value) ? refused : undefined;
  const name = Object.values(sent).join("-");
  return (
    <FormScope form={name} result={mine} texts={texts}>
      <ConfirmForm trigger={trigger} question={question} confirm={trigger} tone={tone} values={sent} draft={`${pathname}/${name}/${of}`}>
        <IdempotencyField />
        {children}
        <TextArea name="words" label={words} rows={3} maxLength={500} />
      </ConfirmForm>
    </FormScope>
  );
}
