import { Form } from "react-router";
import { addDays } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { assessmentText } from "../messages/index.ts";
import type { Instrument } from "../model/instrument.ts";
import { PRESENT, PROFESSIONS } from "../model/record.ts";
import { ItemField } from "./item-field.tsx";
import { ASSESSORS } from "./sheet-form-data.ts";

export interface SheetFormProps {
  personId: string;
  instrument: Instrument;
  /** The record that is corrected, as the form's values. */
  corrects: { id: string; values: Record<string, string | string[]> } | null;
  assessorName: string;
  today: string;
  refused: Refused | undefined;
}

/** A whole sheet on one page, part by part. What is typed is kept on the device under the person and the instrument. */
export function SheetForm({ personId, instrument, corrects, assessorName, today, refused }: SheetFormProps) {
  const { sheet: t } = useText(assessmentText);
  const language = useLanguage();
  const texts = useRefusals(assessmentText);
  const { ref, ...draft } = useDraft(`assessment/${personId}/${instrument.id}/${instrument.version}/${corrects?.id ?? "new"}`);
  return (
    <FormScope result={refused ?? (corrects ? { values: corrects.values } : undefined)} texts={texts}>
      <Form method="post" ref={ref} className="stack sheet">
        <RefusalNote of={refused?.refusal} texts={texts} />
        <IdempotencyField />
        {instrument.parts.map((part) => (
          <Card key={part.id} title={part.label[language]}><div className="stack">{part.items.map((item) => <ItemField key={item.id} item={item} />)}</div></Card>
        ))}
        {instrument.facts.length > 0 ? <FactsCard instrument={instrument} /> : null}
        <Card title={t.about}><div className="form"><About instrument={instrument} assessorName={assessorName} today={today} /></div></Card>
        <DraftNote draft={draft} />
        <FormActions><SubmitButton big>{corrects ? t.correct : t.save}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}

function FactsCard({ instrument }: { instrument: Instrument }) {
  const { sheet: t } = useText(assessmentText);
  const language = useLanguage();
  return (
    <Card title={t.facts}>
      <div className="stack">
        <p className="soft">{t.factsHint}</p>
        {instrument.facts.map(({ id, text }) => (
          <div key={id} className="sheet-item"><RadioCards name={`fact.${id}`} label={text[language]} defaultValue="" choices={[{ value: "yes", label: t.yes }, { value: "no", label: t.no }, { value: "", label: <span className="soft">{t.unknown}</span> }]} /></div>
        ))}
      </div>
    </Card>
  );
}

function About({ instrument, assessorName, today }: Pick<SheetFormProps, "instrument" | "assessorName" | "today">) {
  const { sheet: t } = useText(assessmentText);
  const language = useLanguage();
  const { least, medical } = instrument.assessors;
  const due = instrument.repeatDays === null ? null : addDays(today, instrument.repeatDays);
  return (
    <>
      <DayField name="assessedOn" label={t.assessedOn} defaultValue={today} max={today} />
      <TextField name="place" label={t.place} hint={t.placeHint} maxLength={100} optional />
      <CheckboxGroup name="present" label={t.present} short defaultValues={["client"]} choices={PRESENT.map((value) => ({ value, label: t.presentChoices[value] }))} />
      {medical ? <p className="soft">{t.assessorsRule(least)}</p> : null}
      {ASSESSORS.slice(0, Math.max(2, least)).map((number) => (
        <div className="range" key={number}>
          <TextField name={`assessorName${number}`} label={t.assessor(number)} maxLength={60} defaultValue={number === 1 ? assessorName : ""} optional={number > least} />
          <Select name={`assessorProfession${number}`} label={t.profession(number)} empty={null} defaultValue="social_work" options={PROFESSIONS.map((value) => ({ value, label: t.professions[value] }))} />
        </div>
      ))}
      <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} maxLength={2000} optional />
      <DayField name="nextDueOn" label={t.nextDueOn} hint={due ? t.nextDueHint(formatDayOnly(due, language, today)) : t.nextNone} min={today} optional />
    </>
  );
}
