import { Form, Link } from "react-router";
import { addDays } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import type { Risk } from "../model/plan.ts";
import type { VersionStanding } from "../model/standing.ts";
import { ProgressPicture } from "./progress-picture.tsx";

const STANDING_TONES = { draft: "calm", waiting: "due", agreed: "ok", refused: "late", replaced: "plain" } as const satisfies Record<VersionStanding, string>;

/** What matters, how risky it is and when it is looked at again. */
export function OverviewCard({ current, reviewOn, today }: { current: { readonly about: string; readonly risk: Risk; readonly number: number }; reviewOn: string | null; today: string }) {
  const t = useText(planningText);
  const language = useLanguage();
  return (
    <Card title={t.show.about}>
      <div className="stack">
        {current.about ? <p>{current.about}</p> : null}
        <Facts facts={[
          ...(reviewOn ? [{ label: t.show.review, value: <span className="cluster">{formatDayOnly(reviewOn, language, today)}{reviewOn < today ? <Chip tone="late">{t.list.overdue}</Chip> : null}</span> }] : []),
          { label: t.show.risk, value: t.risks[current.risk] }, { label: t.show.version, value: t.list.versionOf(current.number) },
        ]} />
      </div>
    </Card>
  );
}

/** Goals as one number, at the start and now, and over time. */
export function ScoreCard({ attainment: { now, baseline, unrated }, overTime, today }: { attainment: { readonly now: number | null; readonly baseline: number | null; readonly unrated: number }; overTime: readonly { on: string; score: number }[]; today: string }) {
  const { show: t } = useText(planningText);
  const language = useLanguage();
  return (
    <Card title={t.score}>
      <div className="stack tight">
        {now === null ? <p>{t.scoreUnrated(unrated)}</p> : <p className="stat-value">{formatNumber(now, language, 1)}</p>}
        {baseline === null ? null : <p className="small soft">{t.scoreBaseline(formatNumber(baseline, language, 1))}</p>}
        <p className="small soft">{t.scoreHint}</p>
        {overTime.length > 1 ? <ProgressPicture points={overTime} today={today} /> : null}
      </div>
    </Card>
  );
}

interface Reviewed { readonly number: number; readonly onDay: string; readonly words: string; readonly nextOn: string; readonly byName: string }

export function ReviewCard({ planId, reviews, today, mayChange, refused }: { planId: string; reviews: readonly Reviewed[]; today: string; mayChange: boolean; refused: Refused | undefined }) {
  const { show: t } = useText(planningText);
  const language = useLanguage();
  const texts = useRefusals(planningText);
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <Card title={t.reviews}>
      <div className="stack">
        {reviews.length > 0 ? <Timeline label={t.reviews} items={reviews.toReversed().map((one) => ({ key: String(one.number), when: day(one.onDay), at: one.onDay, title: one.words, note: [t.nextOnLine(day(one.nextOn)), one.byName].join(" · "), tone: "past" }))} /> : null}
        {mayChange ? (
          <details className="confirm no-print" open={refused ? true : undefined}>
            <summary className="button">{t.holdReview}</summary>
            <FormScope result={refused} texts={texts} form="review">
              <DraftForm formKey={`plan/${planId}/review`} basis={reviews.length} className="form confirm-body" actions={<SubmitButton>{t.reviewSave}</SubmitButton>}>
                <RefusalNote of={refused?.refusal} texts={texts} labels={{ words: t.reviewWords, on: t.on, nextOn: t.reviewNext }} />
                <IdempotencyField />
                <input type="hidden" name="intent" value="review" />
                <DayField name="on" label={t.on} defaultValue={today} max={today} />
                <TextArea name="words" label={t.reviewWords} maxLength={2000} rows={3} />
                <DayField name="nextOn" label={t.reviewNext} defaultValue={addDays(today, 90)} min={today} />
              </DraftForm>
            </FormScope>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

export function VersionsCard({ planId, versions, today }: { planId: string; versions: readonly { readonly number: number; readonly standing: VersionStanding; readonly settledOn: string | null; readonly reason: string; readonly createdByName: string }[]; today: string }) {
  const t = useText(planningText);
  const language = useLanguage();
  return (
    <Card title={t.show.history}>
      <ul className="stack tight">
        {versions.map((one) => (
          <li key={one.number} className="stack tight">
            <span className="cluster"><Link to={one.standing === "draft" ? `/plans/${planId}/draft` : `/plans/${planId}/versions/${one.number}`}>{t.list.versionOf(one.number)}</Link><Chip tone={STANDING_TONES[one.standing]}>{t.standings[one.standing]}</Chip></span>
            <span className="small soft">{[one.settledOn ? formatDayOnly(one.settledOn, language, today) : null, one.reason, one.createdByName].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function NextVersion({ refused }: { refused: Refused | undefined }) {
  const { show: t } = useText(planningText);
  const texts = useRefusals(planningText);
  return (
    <details className="confirm no-print" open={refused ? true : undefined}>
      <summary className="button">{t.next}</summary>
      <FormScope result={refused} texts={texts} form="next">
        <Form method="post" className="form confirm-body">
          <RefusalNote of={refused?.refusal} texts={texts} />
          <p>{t.nextQuestion}</p>
          <IdempotencyField />
          <input type="hidden" name="intent" value="next" />
          <TextField name="reason" label={t.nextReason} maxLength={500} optional />
          <SubmitButton>{t.nextConfirm}</SubmitButton>
        </Form>
      </FormScope>
    </details>
  );
}

export function EndCard({ planId, today, refused }: { planId: string; today: string; refused: Refused | undefined }) {
  const { show: t } = useText(planningText);
  const texts = useRefusals(planningText);
  return (
    <details className="confirm no-print" open={refused ? true : undefined}>
      <summary className="button danger">{t.end}</summary>
      <FormScope result={refused} texts={texts} form="end">
        <DraftForm formKey={`plan/${planId}/end`} className="form confirm-body" actions={<SubmitButton tone="danger">{t.endConfirm}</SubmitButton>}>
          <RefusalNote of={refused?.refusal} texts={texts} labels={{ reason: t.endReason, on: t.on }} />
          <p>{t.endQuestion}</p>
          <IdempotencyField />
          <input type="hidden" name="intent" value="end" />
          <Select name="reason" label={t.endReason} options={(["attained", "own_wish", "moved", "replaced", "other"] as const).map((value) => ({ value, label: t.endReasons[value] }))} />
          <TextField name="words" label={t.words} maxLength={500} optional />
          <DayField name="on" label={t.on} defaultValue={today} max={today} />
        </DraftForm>
      </FormScope>
    </details>
  );
}
