import { useText } from "#platform/i18n/use-text.ts";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { volunteeringText } from "../messages/index.ts";

export interface ProgrammeFieldsProps {
  values?: { readonly name: string; readonly summary: string; readonly nextSteps: string; readonly contact: string; readonly signUpFrom: string; readonly signUpUntil: string | null };
  today: string;
}

/** What can be said about a programme. */
export function ProgrammeFields({ values, today }: ProgrammeFieldsProps) {
  const { programmes: t } = useText(volunteeringText);
  return (
    <>
      <TextField name="name" label={t.name} maxLength={80} defaultValue={values?.name} />
      <TextArea name="summary" label={t.summary} hint={t.summaryHint} optional maxLength={2000} defaultValue={values?.summary} />
      <TextArea name="nextSteps" label={t.nextSteps} hint={t.nextStepsHint} optional maxLength={2000} defaultValue={values?.nextSteps} />
      <TextField name="contact" label={t.contact} optional maxLength={200} defaultValue={values?.contact} />
      <DayField name="signUpFrom" label={t.signUpFrom} defaultValue={values?.signUpFrom ?? today} />
      <DayField name="signUpUntil" label={t.signUpUntil} hint={t.untilHint} optional defaultValue={values?.signUpUntil ?? undefined} />
    </>
  );
}
