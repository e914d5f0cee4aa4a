import { useText } from "#platform/i18n/use-text.ts";
import { Checkbox } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { outreachText } from "../../messages/index.ts";
import { REFERRAL_LINES } from "../../model/interview/steps.ts";
import type { About } from "./step-form.tsx";

/** The snowball: whom else they know. */
export function OthersPage() {
  const { interview: t, refer } = useText(outreachText);
  return Array.from({ length: REFERRAL_LINES }, (_, index) => (
    <fieldset key={index} className="field">
      <legend>{t.referral(index + 1)}</legend>
      <TextField name={`name.${index}`} label={refer.name} width={16} maxLength={80} optional />
      <TextField name={`phone.${index}`} type="tel" inputMode="tel" label={refer.phone} width={16} maxLength={40} optional />
      <TextField name={`howKnown.${index}`} label={refer.howKnown} hint={refer.howKnownHint} maxLength={400} optional />
      <Checkbox name={`mayBeNamed.${index}`} label={refer.mayBeNamed} />
    </fieldset>
  ));
}

/** A few words at the end, and when to come back. */
export function ClosePage({ about: { today } }: { about: About }) {
  const { interview: t } = useText(outreachText);
  return (
    <>
      <TextArea name="summary" label={t.summary} hint={t.summaryHint} rows={5} maxLength={4000} optional />
      <DayField name="nextDueOn" label={t.nextDueOn} hint={t.nextDueOnHint} min={today} optional />
    </>
  );
}
