import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { DayField, FormScope, SubmitButton, TextField, type FormScopeProps } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../messages/index.ts";

/** Applying for a certificate of a period. */
export function ApplyForm({ today, firstOn, refused }: { today: string; firstOn?: string | undefined; refused: FormScopeProps["result"] }) {
  const { mine: t } = useText(hoursText);
  const texts = useRefusals(hoursText);
  return (
    <FormScope form="apply" result={refused?.values?.intent === "apply" ? refused : undefined} texts={texts}>
      <Form method="post" className="stack">
        <IdempotencyField />
        <input type="hidden" name="intent" value="apply" />
        <p className="soft">{t.applyLead}</p>
        <DayField name="fromOn" label={t.from} defaultValue={firstOn ?? `${today.slice(0, 4)}-01-01`} max={today} />
        <DayField name="untilOn" label={t.until} defaultValue={today} />
        <TextField name="purpose" label={t.purpose} hint={t.purposeHint} maxLength={200} optional />
        <SubmitButton tone="plain">{t.send}</SubmitButton>
      </Form>
    </FormScope>
  );
}
