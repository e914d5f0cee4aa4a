import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../../messages/index.ts";
import type { RelationsProps } from "./relations-props.ts";

const KINDS = ["guardian", "carer", "may_contact", "must_not_contact"] as const;

/** Guardian, carer, contact allowed or forbidden: begun or ended on a day, what was before stays to be seen. */
export function MarksCard({ found: { relatives, marks }, today, refused }: RelationsProps) {
  const { family: { markForm: t } } = useText(peopleText);
  const texts = useRefusals(peopleText);
  const language = useLanguage();
  const own = refused?.values.intent === "mark" ? refused : undefined;
  const mine = relatives.filter(({ forward }) => forward);
  const nameOf = (id: string) => mine.find((one) => one.id === id)?.otherName ?? "";
  const day = (on: string) => formatDayOnly(on, language, today);
  if (mine.length === 0) return null;
  return (
    <Card title={t.title}>
      <div className="stack">
        <FormScope result={own} texts={texts} form="mark">
          <Form method="post" className="form">
            <RefusalNote of={own?.refusal} texts={texts} labels={{ onDay: t.on }} />
            <IdempotencyField />
            <input type="hidden" name="intent" value="mark" />
            <Select name="relationshipId" label={t.relative} options={mine.map(({ id, otherName, relation }) => ({ value: id, label: `${relation} ${otherName}` }))} />
            <Select name="kind" label={t.what} options={KINDS.map((value) => ({ value, label: t.kinds[value] }))} />
            <RadioCards name="change" label={t.change} defaultValue="begin" choices={[{ value: "begin", label: t.begin }, { value: "end", label: t.end }]} />
            <DayField name="onDay" label={t.on} defaultValue={today} max={today} />
            <FormActions><SubmitButton tone="plain">{t.submit}</SubmitButton></FormActions>
          </Form>
        </FormScope>
        {marks.length > 0 ? <details><summary>{t.history}</summary><ul className="stack tight">{marks.map(({ id, relationshipId, kind, fromOn, untilOn }) => <li key={id}>{t.line(nameOf(relationshipId), t.kinds[kind], fromOn ? t.from(day(fromOn)) : t.unknownFrom, untilOn ? t.until(day(untilOn)) : "")}</li>)}</ul></details> : null}
      </div>
    </Card>
  );
}
