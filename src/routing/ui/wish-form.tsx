import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, FormScope, RadioCards, RefusalNote, SubmitButton, TextArea, TextField } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import type { Refused } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import { timeOf } from "../model/plan.ts";
import type { ShownVisit } from "../service/plans/show-plan.ts";

/** How long, when, by how many, how pressing, and what to bring up. */
export function WishForm({ visit, result }: { visit: ShownVisit; result: Refused | undefined }) {
  const { visit: t } = useText(routingText);
  const texts = useRefusals(routingText);
  const own = result?.values.intent === "wish" ? result : undefined;
  const time = (minute: number | null) => (minute === null ? "" : timeOf(minute));
  return (
    <FormScope result={own} texts={texts} form="wish">
      <Form method="post" className="form">
        <RefusalNote of={own?.refusal} texts={texts} labels={{ minutes: t.minutes, from: t.from, until: t.until }} />
        <IdempotencyField />
        <input type="hidden" name="intent" value="wish" />
        <TextField name="minutes" label={t.minutes} inputMode="numeric" width={4} defaultValue={visit.minutes} />
        <TextField name="from" label={t.from} hint={t.anyTime} type="time" width={8} optional defaultValue={time(visit.fromMinute)} />
        <TextField name="until" label={t.until} type="time" width={8} optional defaultValue={time(visit.untilMinute)} />
        <RadioCards name="people" label={t.people} defaultValue={String(visit.people)} choices={[{ value: "1", label: t.peopleOf[1] }, { value: "2", label: t.peopleOf[2] }]} />
        <RadioCards name="weight" label={t.weight} defaultValue={String(visit.weight)} choices={([1, 2, 3] as const).map((value) => ({ value: String(value), label: t.weights[value] }))} />
        <TextArea name="bring" label={t.bring} hint={t.bringHint} optional rows={3} maxLength={300} defaultValue={visit.bring} />
        <FormActions><SubmitButton tone="primary">{t.save}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}
