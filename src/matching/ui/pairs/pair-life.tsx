import { Form } from "react-router";
import { addDays } from "#kernel/calendar.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, DayField, DraftForm, FormScope, Select, SubmitButton, TextArea } from "#platform/ui/index.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingText } from "../../messages/index.ts";
import type { ShownPair } from "../../service/pairs/show-pair.ts";

interface Props {
  pair: ShownPair;
  today: string;
  manages: boolean;
  refused: Refused | undefined;
}

/** Supervision talks, and what each side says of the pair in its own words. */
export function Talks({ pair, today, manages, refused }: Props) {
  const { life: t } = useText(matchingPagesText);
  const { sides } = useText(matchingText);
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  const late = pair.supervisionDueOn !== null && pair.supervisionDueOn <= today;
  return (
    <Card title={t.talks} aside={pair.supervisionDueOn ? <Chip tone={late ? "due" : "plain"}>{t.due(day(pair.supervisionDueOn))}</Chip> : null}>
      <div className="stack">
        {pair.talks.length === 0 ? <p className="soft">{t.noTalks}</p> : (
          <ul className="stack tight">
            {pair.talks.map((talk) => <li key={talk.id}><b>{day(talk.heldOn)} · {talk.side ? t.says(sides[talk.side]) : t.supervision}</b><p className="pre">{talk.words}</p><p className="small soft">{talk.byName}</p></li>)}
          </ul>
        )}
        {manages && pair.beganOn !== null ? (
          <details open={refused?.values.kind === "talk" ? true : undefined}>
            <summary className="button">{t.note}</summary>
            <TalkForm pairId={pair.id} talks={pair.talks.length} submit={t.save} refused={refused}>
              <Select name="about" label={t.about} empty={null} options={[{ value: "supervision", label: t.supervision }, { value: "resident", label: t.says(sides.resident) }, { value: "helper", label: t.says(sides.helper) }]} />
              <DayField name="heldOn" label={t.heldOn} defaultValue={today} max={today} />
              <TextArea name="words" label={t.words} hint={t.wordsHint} rows={4} maxLength={4000} />
              <DayField name="nextOn" label={t.nextOn} min={addDays(today, 1)} optional />
            </TalkForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

/** Who stands in while the friend is away. */
export function Covers({ pair, today, manages, refused }: Props) {
  const { life: t } = useText(matchingPagesText);
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  if (pair.covers.length === 0 && pair.standIns.length === 0) return null;
  return (
    <Card title={t.covers}>
      <div className="stack">
        <p className="soft">{t.coverLead}</p>
        {pair.covers.map((cover) => (
          <div key={cover.id} className="cluster">
            <b>{cover.helperName}</b><span>{t.period(day(cover.fromOn), day(cover.untilOn))}</span>
            {manages && cover.untilOn >= today ? <LifeForm kind="cover_ended" name={cover.id} refused={refused}><input type="hidden" name="coverId" value={cover.id} /><SubmitButton tone="quiet">{t.endCover}</SubmitButton></LifeForm> : null}
          </div>
        ))}
        {manages && pair.standIns.length > 0 ? (
          <details open={refused?.values.kind === "cover" ? true : undefined}>
            <summary className="button">{t.cover}</summary>
            <LifeForm kind="cover" refused={refused}>
              <Select name="helperId" label={t.who} options={pair.standIns.map(({ id, name }) => ({ value: id, label: name }))} />
              <DayField name="fromOn" label={t.from} defaultValue={today} min={today} />
              <DayField name="untilOn" label={t.until} defaultValue={addDays(today, 13)} min={today} />
              <SubmitButton>{t.cover}</SubmitButton>
            </LifeForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

/** Words about a talk are long enough to be kept while they are written. */
function TalkForm({ pairId, talks, submit, refused, children }: { pairId: string; talks: number; submit: string; refused: Refused | undefined; children: React.ReactNode }) {
  const texts = useRefusals(matchingText);
  return (
    <FormScope form="talk" result={refused?.values.kind === "talk" ? refused : undefined} texts={texts}>
      <DraftForm formKey={`pair/${pairId}/talk`} basis={talks} className="stack tight" actions={<SubmitButton>{submit}</SubmitButton>}><IdempotencyField /><input type="hidden" name="kind" value="talk" />{children}</DraftForm>
    </FormScope>
  );
}

/** A form of this page by its kind; what was typed comes back to it. */
function LifeForm({ kind, name = kind, refused, children }: { kind: string; name?: string; refused: Refused | undefined; children: React.ReactNode }) {
  const texts = useRefusals(matchingText);
  return (
    <FormScope form={name} result={refused?.values.kind === kind ? refused : undefined} texts={texts}>
      <Form method="post" className="stack tight"><IdempotencyField /><input type="hidden" name="kind" value={kind} />{children}</Form>
    </FormScope>
  );
}
