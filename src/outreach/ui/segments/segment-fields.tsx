import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { outreachText } from "../../messages/index.ts";
import type { formOf } from "../../model/segment/segment-form.ts";

/** What the form begins with. */
export type SegmentStartValues = ReturnType<typeof formOf>;

const KINDS = [1, 2, 3, 4, 5, 6, 7] as const;
const GRADES = [1, 2, 3, 4] as const;

/** The conditions one may set; what is left empty does not matter. */
export function SegmentFields({ start, communities }: { start: SegmentStartValues; communities: readonly { readonly id: string; readonly name: string }[] }) {
  const { criteria, segmentForm: t, sexes } = useText(outreachText);
  return (
    <>
      <Select name="longAtHome" label={t.longAtHome} empty={t.any} defaultValue={start.longAtHome} options={[{ value: "yes", label: t.yes }, { value: "no", label: t.no }]} />
      <AgeFields start={start} />
      <Select name="sex" label={t.sex} empty={t.any} defaultValue={start.sex} options={(["female", "male"] as const).map((value) => ({ value, label: sexes[value] }))} />
      {communities.length > 0 ? <CheckboxGroup name="communityIds" label={t.communities} optional defaultValues={listOf(start.communityIds)} choices={communities.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      <CheckboxGroup name="types" label={t.types} optional defaultValues={listOf(start.types)} choices={KINDS.map((kind) => ({ value: String(kind), label: criteria.types[kind] ?? kind }))} />
      <CheckboxGroup name="grades" label={t.grades} optional defaultValues={listOf(start.grades)} choices={GRADES.map((grade) => ({ value: String(grade), label: criteria.grade(criteria.grades[grade] ?? String(grade)) }))} />
      <TextField name="employment" label={t.employment} hint={t.employmentHint} optional width={16} maxLength={40} defaultValue={start.employment} />
      <TextField name="notReachedDays" label={t.notReachedDays} hint={t.notReachedDaysHint} optional width={4} inputMode="numeric" defaultValue={start.notReachedDays === undefined ? undefined : String(start.notReachedDays)} />
    </>
  );
}

function AgeFields({ start }: { start: SegmentStartValues }) {
  const { segmentForm: t } = useText(outreachText);
  const shown = (value: unknown) => (value === undefined ? undefined : String(value));
  return (
    <>
      <div className="range">
        <TextField name="ageFrom" label={t.ageFrom} hint={t.years} optional width={4} inputMode="numeric" defaultValue={shown(start.ageFrom)} />
        <TextField name="ageTo" label={t.ageTo} optional width={4} inputMode="numeric" defaultValue={shown(start.ageTo)} />
      </div>
      <RadioCards name="countedOn" label={t.countedOn} defaultValue={start.countedOn ?? "today"} choices={[
        { value: "today", label: t.countedToday, hint: t.countedTodayHint }, { value: "fixed", label: t.countedFixed, hint: t.countedFixedHint },
      ]} />
      <div className="only-fixed-day"><DayField name="fixedDay" label={t.fixedDay} defaultValue={start.fixedDay} /></div>
    </>
  );
}

const listOf = (values: unknown): string[] => (Array.isArray(values) ? values.map(String) : []);
