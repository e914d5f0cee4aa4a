import { useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { safeguardingText } from "../messages/index.ts";
import { HEARD_FROM, KINDS, SEVERITIES, STANDINGS } from "../model/incident.ts";
import type { ReportOffer } from "../service/offer-report.ts";

/** What has to be known of an incident: what happened and what was done first, the rest may stay empty. */
export function RaiseFields({ offer, today }: { offer: ReportOffer; today: string }) {
  const { raise: t, kinds, severities, severityHints, standings, heard } = useText(safeguardingText);
  return (
    <>
      {offer.isMinor ? <><input type="hidden" name="standing" value="minor" /><Notice tone="due">{t.standingBorn}</Notice></> : (
        <RadioCards name="standing" label={t.standing} {...(offer.isMinor === null && { defaultValue: "unknown" })}
          choices={STANDINGS.filter((value) => offer.isMinor === null || value === "adult" || value === "dependent_adult").map((value) => ({ value, label: standings[value] }))} />
      )}
      <div className="stack short-choices">
        <RadioCards name="kind" label={t.kind} choices={KINDS.map((value) => ({ value, label: kinds[value] }))} />
      </div>
      <RadioCards name="severity" label={t.severity} choices={SEVERITIES.map((value) => ({ value, label: severities[value], hint: severityHints[value] }))} />
      <TextArea name="words" label={t.words} hint={t.wordsHint} rows={6} maxLength={6000} />
      <TextArea name="actedWords" label={t.acted} hint={t.actedHint} rows={3} optional maxLength={4000} />
      <Select name="heardFrom" label={t.heard} options={HEARD_FROM.map((value) => ({ value, label: heard[value] }))} defaultValue="seen" />
      <TextField name="placeWords" label={t.place} optional maxLength={200} />
      <DayField name="happenedOn" label={t.happenedOn} max={today} optional />
      <TextField name="learntAt" type="datetime-local" label={t.learntAt} hint={t.learntHint} optional />
      <TextField name="allegedWords" label={t.alleged} hint={t.allegedHint} optional maxLength={500} />
      <Select name="allegedAccount" label={t.allegedAccount} hint={t.allegedAccountHint} empty={t.nobody} optional options={offer.colleagues.map(({ accountId, name }) => ({ value: accountId, label: name }))} />
    </>
  );
}
