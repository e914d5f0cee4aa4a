import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, DayField, Select, TextArea, TextField } from "#platform/ui/index.ts";
import { referralText } from "../messages/index.ts";
import { TOPICS } from "../model/referral.ts";
import type { prepareReferral } from "../service/prepare-referral.ts";

/** To whom, what for, by when, and what of the person leaves. */
export function ReferralFields({ offer, today }: { offer: Awaited<ReturnType<typeof prepareReferral>>; today: string }) {
  const { make: t, topics, parts, partHints } = useText(referralText);
  return (
    <>
      {offer.organizations.length > 0 ? <Select name="toOrg" label={t.to} hint={t.toHint} optional options={offer.organizations.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      <TextField name="toName" label={t.toName} hint={t.toNameHint} optional maxLength={120} />
      <Select name="topic" label={t.topic} options={TOPICS.map((value) => ({ value, label: topics[value] }))} />
      <TextArea name="words" label={t.words} hint={t.wordsHint} rows={4} maxLength={2000} />
      <DayField name="dueOn" label={t.dueOn} defaultValue={offer.dueOn} min={today} />
      {offer.parts.length > 0 ? <CheckboxGroup name="parts" label={t.parts} hint={t.partsHint} defaultValues={offer.chosen} choices={offer.parts.map((part) => ({ value: part, label: parts[part], hint: partHints[part] }))} /> : null}
    </>
  );
}
