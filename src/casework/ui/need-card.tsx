import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { caseworkText } from "../messages/index.ts";
import type { Need, NeedStatus } from "../model/need.ts";
import { needName, PRIORITY_TONES, STATUS_TONES } from "./need-name.ts";

/** A need as a page is given it. */
export interface ShownNeed extends Need {
  readonly recordedByName: string;
  /** Where it may go from here. */
  readonly ways: readonly NeedStatus[];
  readonly events: readonly { readonly number: number; readonly status: NeedStatus; readonly onDay: string; readonly words: string; readonly note: string; readonly byName: string }[];
}

/** One need: what it is, in whose words, where it stands, and what became of it. */
export function NeedCard({ need, today, mayWrite, refused }: { need: ShownNeed; today: string; mayWrite: boolean; refused: Refused | undefined }) {
  const t = useText(caseworkText);
  const language = useLanguage();
  const title = needName(need.code, language);
  return (
    <Card title={title} aside={<span className="cluster"><Chip tone={PRIORITY_TONES[need.priority]}>{t.priorities[need.priority]}</Chip><Chip tone={STATUS_TONES[need.status]}>{t.statuses[need.status]}</Chip></span>}>
      <div className="stack tight">
        {need.words ? <blockquote className="needs-said">{need.words}</blockquote> : null}
        <p className="small soft">{t.populations[need.population]} · {t.person.heard(formatDayOnly(need.heardOn, language, today), t.sources[need.source])} · {t.person.by(need.recordedByName)}</p>
        {need.events.length > 1 ? <History need={need} today={today} /> : null}
        {mayWrite && need.ways.length > 0 ? <ChangeForm need={need} today={today} refused={refused} /> : null}
      </div>
    </Card>
  );
}

function History({ need, today }: { need: ShownNeed; today: string }) {
  const t = useText(caseworkText);
  const language = useLanguage();
  return (
    <Timeline label={t.person.history} items={need.events.slice(1).map((event) => ({
      key: String(event.number), when: formatDayOnly(event.onDay, language, today), at: event.onDay,
      title: event.words ? t.person.saidAgain : t.statuses[event.status], note: [event.words || event.note, event.byName].filter(Boolean).join(" · "), tone: event.status === "met" ? "ok" : "past",
    }))} />
  );
}

function ChangeForm({ need, today, refused }: { need: ShownNeed; today: string; refused: Refused | undefined }) {
  const t = useText(caseworkText);
  const texts = useRefusals(caseworkText);
  const labels = { status: t.person.changeTo, priority: t.person.priority };
  return (
    <details className="confirm" open={refused ? true : undefined}>
      <summary className="button">{t.person.change}</summary>
      <FormScope form={need.id} result={refused} texts={texts}>
        <Form method="post" className="confirm-body form">
          <RefusalNote of={refused?.refusal} texts={texts} labels={labels} />
          <IdempotencyField />
          <input type="hidden" name="intent" value="change" />
          <input type="hidden" name="needId" value={need.id} />
          <input type="hidden" name="version" value={need.version} />
          <Select name="status" label={t.person.changeTo} options={need.ways.map((value) => ({ value, label: t.statuses[value] }))} />
          <DayField name="on" label={t.person.on} defaultValue={today} max={today} min={need.statusOn} />
          <TextField name="note" label={t.person.note} maxLength={1000} optional />
          <SubmitButton>{t.person.save}</SubmitButton>
        </Form>
      </FormScope>
    </details>
  );
}
