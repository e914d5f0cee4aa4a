import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { encountersText } from "../messages/index.ts";
import type { Entry } from "../model/encounter.ts";
import { MODES } from "../model/modes.ts";
import type { Offer } from "../service/offer-entry.ts";

/** Lengths that can be tapped, in minutes. */
const LENGTHS = [15, 30, 45, 60, 90, 120] as const;

/** The fields of one service: what every visit has stands first, the rest is folded away. */
export function EntryFields({ offer, today, entry }: { offer: Offer; today: string; entry?: Entry | undefined }) {
  const { form: t, modes, minutesOf } = useText(encountersText);
  const language = useLanguage();
  const tapped = entry === undefined || LENGTHS.some((minutes) => minutes === entry.minutes);
  return (
    <>
      <div className="stack short-choices">
        <RadioCards name="mode" label={t.mode} defaultValue={entry?.mode ?? "home"} choices={MODES.map((value) => ({ value, label: modes[value] }))} />
        <RadioCards name="minutes" label={t.minutes} defaultValue={String(entry?.minutes ?? 30)} choices={LENGTHS.map((minutes) => ({ value: String(minutes), label: minutesOf(minutes) }))} />
        {entry ? <DayField name="otherDay" label={t.when} max={today} defaultValue={entry.happenedOn} />
          : <RadioCards name="day" label={t.when} defaultValue="today" choices={[{ value: "today", label: t.today }, { value: "yesterday", label: t.yesterday }]} />}
      </div>
      <CheckboxGroup name="topics" label={t.topics} short optional defaultValues={entry?.topics ?? []} choices={offer.topics.map((topic) => ({ value: topic.topic, label: topic[language] }))} />
      <TextArea name="seen" label={t.seen} hint={t.seenHint} rows={4} optional maxLength={4000} defaultValue={entry?.seen} />
      <details open={entry !== undefined}>
        <summary>{t.more}</summary>
        <div className="stack">
          {entry ? null : <DayField name="otherDay" label={t.otherDay} max={today} optional />}
          <TextField name="otherMinutes" label={t.otherMinutes} inputMode="numeric" width={4} optional defaultValue={tapped ? undefined : entry.minutes} />
          <TextField name="placeWords" label={t.place} hint={t.placeHint} optional maxLength={200} defaultValue={entry?.placeWords} />
          <Who offer={offer} entry={entry} />
          {offer.needs.length > 0 ? <CheckboxGroup name="needIds" label={t.needs} hint={t.needsHint} optional defaultValues={entry?.needIds ?? []} choices={offer.needs.map((need) => ({ value: need.id, label: need[language], hint: need.words }))} /> : null}
          <TextField name="nextWords" label={t.nextWords} optional maxLength={500} defaultValue={entry?.nextWords} />
          <DayField name="nextOn" label={t.nextOn} optional defaultValue={entry?.nextOn ?? undefined} />
        </div>
      </details>
    </>
  );
}

function Who({ offer: { others, colleagues }, entry }: { offer: Offer; entry: Entry | undefined }) {
  const { form: t, roles } = useText(encountersText);
  const took = new Set(entry?.people.map(({ personId }) => personId));
  return (
    <>
      {others.length > 0 ? (
        <CheckboxGroup name="with" label={t.who} hint={t.whoHint} optional defaultValues={others.filter(({ personId, relation }) => (entry ? took.has(personId) : relation === "")).map(valueOf)}
          choices={others.map((one) => ({ value: valueOf(one), label: one.name, hint: one.relation || roles[one.role] }))} />
      ) : null}
      {colleagues.length > 0 ? <CheckboxGroup name="colleagues" label={t.colleagues} short optional defaultValues={entry?.colleagues ?? []} choices={colleagues.map(({ accountId, name }) => ({ value: accountId, label: name }))} /> : null}
    </>
  );
}

const valueOf = ({ role, personId }: { role: string; personId: string }) => `${role}:${personId}`;
