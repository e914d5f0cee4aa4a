import { Form, Link } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import type { Tone } from "#platform/ui/plain.ts";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { ReadAloud } from "#platform/ui/show/read-aloud.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { peopleText } from "../messages/index.ts";
import { CAPACITIES, CHANNELS, CONSENT_STATES, PURPOSES, type ConsentState, type Purpose } from "../model/terms.ts";
import type { PersonFile } from "../service/files/show-person.ts";

const TONES: Readonly<Record<ConsentState, Tone>> = { given: "ok", refused: "late", withdrawn: "late", expired: "due" };

/** What holds today, purpose by purpose; one never asked for says so. */
export function ConsentStates({ personId, consents }: { personId: string; consents: Readonly<Partial<Record<Purpose, ConsentState>>> }) {
  const t = useText(peopleText).consents;
  return (
    <Card title={t.title}>
      <Facts facts={PURPOSES.map((purpose) => {
        const state = consents[purpose];
        return { label: t.purposes[purpose], value: <Link to={`/people/${personId}/consents?purpose=${purpose}#f-purpose`}>{state ? <Chip tone={TONES[state]}>{t.states[state]}</Chip> : t.never}</Link> };
      })} />
    </Card>
  );
}

/** Who answered, and in which capacity: 监护人 张秀兰; a person for themselves is just 本人. */
function whoSaid({ capacity, byPersonName, byName }: PersonFile["trail"][number], capacities: Readonly<Record<string, string>>): string {
  return [capacities[capacity], byPersonName ?? byName].filter(Boolean).join(" ");
}

/** Every answer ever given, newest first. */
export function ConsentTrail({ trail, today }: { trail: PersonFile["trail"]; today: string }) {
  const t = useText(peopleText).consents;
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  const items = trail.map((row) => ({
    key: row.id, at: row.fromOn, when: day(row.fromOn), tone: row.state === "given" ? "ok" as const : "late" as const,
    title: `${t.purposes[row.purpose as Purpose]} · ${t.states[row.state as ConsentState]}`,
    note: [t.by(whoSaid(row, t.capacities)), t.channels[row.channel as "paper"], row.untilOn ? t.until(day(row.untilOn)) : null, row.note, row.recordedByName].filter(Boolean).join(" · "),
  }));
  return <Card title={t.trail}>{items.length > 0 ? <Timeline label={t.trail} items={items} /> : <p className="soft">{t.none}</p>}</Card>;
}

/** What their withdrawals still ask of us; nothing where there is none. */
export function DutiesCard({ duties }: Pick<PersonFile, "duties">) {
  const { duties: t } = useText(peopleText);
  const language = useLanguage();
  if (duties.length === 0) return null;
  return (
    <Card title={t.file}>
      <ul className="stack tight">{duties.map(({ id, what, state, answering }) => <li key={id}><Chip tone={state === "late" ? "late" : state === "open" ? "due" : "ok"}>{t.states[state]}</Chip> <Link to={`/people/duties#duty-${id}`}>{what[language]}</Link> <span className="small soft">{answering.name}</span></li>)}</ul>
    </Card>
  );
}

/** One answer: for what, what was said, by whom and in which capacity. */
export function ConsentForm({ purpose, relatives, today }: { purpose: string | null; relatives: PersonFile["relatives"]; today: string }) {
  const t = useText(peopleText);
  const c = t.consents;
  const chosen = PURPOSES.find((one) => one === purpose);
  const persons = relatives.filter(({ otherId, untilOn }) => otherId !== null && untilOn === null).map(({ otherId, otherName, relation }) => ({ value: otherId!, label: `${otherName} · ${relation}` }));
  return (
    <Card title={c.record}>
      {chosen ? <><p className="measure">{c.texts[chosen]}</p><ReadAloud text={c.texts[chosen]} /></> : null}
      <Form method="post" className="stack">
        <IdempotencyField />
        <Select name="purpose" label={t.fields.purpose} defaultValue={chosen} options={PURPOSES.map((value) => ({ value, label: c.purposes[value] }))} hint={chosen === "keep_data" ? c.keepDataNote : undefined} />
        <RadioCards name="state" label={t.fields.state} choices={CONSENT_STATES.map((value) => ({ value, label: c.states[value] }))} />
        <RadioCards name="capacity" label={t.fields.capacity} defaultValue="self" choices={CAPACITIES.map((value) => ({ value, label: c.capacities[value] }))} />
        {persons.length > 0 ? <Select name="byPersonId" label={t.fields.byPersonId} optional options={persons} /> : null}
        <TextField name="byName" label={t.fields.byName} maxLength={80} optional autoComplete="off" />
        <RadioCards name="channel" label={t.fields.channel} defaultValue="in_person" choices={CHANNELS.map((value) => ({ value, label: c.channels[value] }))} />
        <DayField name="fromOn" label={t.fields.fromOn} defaultValue={today} max={today} />
        <DayField name="untilOn" label={t.fields.untilOn} hint={t.hints.untilOn} optional />
        <TextField name="note" label={t.fields.note} hint={t.hints.note} maxLength={500} optional />
        <FormActions><SubmitButton>{c.submit}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}
