import { useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { type WaitingOrder, WAITING_ORDERS, type WhenFull, WHEN_FULL } from "../model/recruitment/waiting.ts";
import { volunteeringText } from "../messages/index.ts";

export interface ProgrammeFieldsProps {
  values?: { readonly name: string; readonly summary: string; readonly nextSteps: string; readonly contact: string; readonly lookedFor: string; readonly timeWords: string; readonly places: number | null; readonly whenFull: WhenFull; readonly waitingOrder: WaitingOrder; readonly signUpFrom: string; readonly signUpUntil: string | null };
  today: string;
}

/** What can be said about a programme. */
export function ProgrammeFields({ values, today }: ProgrammeFieldsProps) {
  const { programmes: t, recruitment: r } = useText(volunteeringText);
  return (
    <>
      <TextField name="name" label={t.name} maxLength={80} defaultValue={values?.name} />
      <TextArea name="summary" label={t.summary} hint={t.summaryHint} optional maxLength={2000} defaultValue={values?.summary} />
      <TextArea name="lookedFor" label={r.lookedFor} hint={r.lookedForHint} optional rows={3} maxLength={1000} defaultValue={values?.lookedFor} />
      <TextField name="timeWords" label={r.time} hint={r.timeHint} optional maxLength={300} defaultValue={values?.timeWords} />
      <TextArea name="nextSteps" label={t.nextSteps} hint={t.nextStepsHint} optional maxLength={2000} defaultValue={values?.nextSteps} />
      <TextField name="contact" label={t.contact} optional maxLength={200} defaultValue={values?.contact} />
      <TextField name="places" label={r.places} hint={r.placesHint} type="number" inputMode="numeric" optional width={4} defaultValue={values?.places ?? undefined} />
      <RadioCards name="whenFull" label={r.whenFull} defaultValue={values?.whenFull ?? "wait"} choices={WHEN_FULL.map((value) => ({ value, label: r.whenFulls[value] }))} />
      <RadioCards name="waitingOrder" label={r.order} defaultValue={values?.waitingOrder ?? "arrival"} choices={WAITING_ORDERS.map((value) => ({ value, label: r.orders[value] }))} />
      <DayField name="signUpFrom" label={t.signUpFrom} defaultValue={values?.signUpFrom ?? today} />
      <DayField name="signUpUntil" label={t.signUpUntil} hint={t.untilHint} optional defaultValue={values?.signUpUntil ?? undefined} />
    </>
  );
}
