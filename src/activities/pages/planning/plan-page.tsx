import { Form } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, FormActions, FormScope, RefusalNote, SubmitButton, TextField } from "#platform/ui/index.ts";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { SeriesFields } from "../../ui/series-fields.tsx";

const SHOWN = 60;

/** The form of a plan: look at the dates first, then save. */
export function PlanForm({ result, dates, start, choices, today, following }: {
  result: FormResult | undefined; dates: readonly string[] | undefined; start: Parameters<typeof SeriesFields>[0]["start"]; choices: Parameters<typeof SeriesFields>[0]["choices"]; today: string;
  /** Changing a series: the version that was read, and why is asked. */
  following?: { version: number };
}) {
  const { form: t } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  return (
    <FormScope result={result} texts={texts}>
      <Form method="post" className="stack">
        <RefusalNote of={result?.refusal} texts={texts} labels={{ name: t.name, startsOn: t.startsOn, from: t.from, until: t.until, rule: t.rule, participants: t.participants, placeWords: t.ownPlace, reason: t.reason, untilOn: t.untilOn }} />
        {dates ? <Dates dates={dates} today={today} /> : null}
        <IdempotencyField />
        <SeriesFields start={start} choices={choices} today={today} />
        {following ? <Card><input type="hidden" name="version" value={following.version} /><div className="form"><TextField name="reason" label={t.reason} maxLength={300} /></div></Card> : null}
        <FormActions>
          <SubmitButton tone={dates ? "primary" : "plain"} name="step" value="save">{t.save}</SubmitButton>
          <SubmitButton tone={dates ? "plain" : "primary"} name="step" value="preview">{t.preview}</SubmitButton>
        </FormActions>
      </Form>
    </FormScope>
  );
}

function Dates({ dates, today }: { dates: readonly string[]; today: string }) {
  const { form: t } = useText(activitiesText);
  const language = useLanguage();
  return (
    <Card title={t.dates(dates.length)}>
      <div role="status"><ul className="date-list">{dates.slice(0, SHOWN).map((day) => <li key={day}>{formatDay(day, language, today)}</li>)}</ul></div>
      {dates.length > SHOWN ? <p className="soft">{t.moreDates(dates.length - SHOWN)}</p> : null}
    </Card>
  );
}
