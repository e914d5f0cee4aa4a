import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { groupsText } from "../messages/index.ts";
import { STAGES } from "../model/terms.ts";
import type { ShownGroup } from "../service/show-group.ts";

interface LifeProps { readonly shown: ShownGroup; readonly today: string; readonly result: FormResult | undefined }

/** The five stages with where the group stands, what was said on the way, and the next step. */
export function LifeCard({ shown: { group, events, standing }, today, result }: LifeProps) {
  const { show: t, stages, stageHints, standard, unverified } = useText(groupsText);
  const language = useLanguage();
  const at = STAGES.indexOf(standing.stage);
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <Card title={t.life}>
      <div className="stack">
        <ol className="stages">
          {STAGES.map((stage, index) => <li key={stage} className={index < at || standing.closed ? "done" : undefined} aria-current={index === at && !standing.closed ? "step" : undefined}><strong>{stages[stage]}</strong><div className="small">{stageHints[stage]}</div></li>)}
        </ol>
        <p className="soft small">{`${standard} · ${unverified}`}</p>
        {standing.followUpOn ? <Notice tone={standing.followUpOn <= today ? "due" : "calm"}>{t.followDue(day(standing.followUpOn))}</Notice> : null}
        {events.length > 0 ? <Timeline label={t.life} items={events.map(({ number, kind, stage, words, onDay, byName }) => ({ key: String(number), when: day(onDay), at: onDay, title: [t.events[kind], stage && stages[stage]].filter(Boolean).join(" · "), note: [words, byName].filter(Boolean).join(" · ") }))} /> : null}
        <Steps kept={(step) => ({ draft: `group/${group.id}/${step}`, basis: events.length })} at={at} closed={standing.closed} result={result} today={today} />
      </div>
    </Card>
  );
}

function Steps({ kept, at, closed, result, today }: { kept: (step: string) => { draft: string; basis: number }; at: number; closed: boolean; result: FormResult | undefined; today: string }) {
  const { show: t, stages } = useText(groupsText);
  const texts = useRefusals(groupsText);
  const words = (form: string, label: string) => <FormScope form={form} texts={texts} result={result?.values?.kind === form ? result : undefined}><TextArea name="words" label={label} rows={3} maxLength={2000} /></FormScope>;
  const next = STAGES[at + 1];
  if (closed) {
    return (
      <div className="cluster no-print">
        <ConfirmForm tone="primary" trigger={t.followed} question={t.followedHint} confirm={t.followedNow} values={{ kind: "followed_up" }} {...kept("followed_up")}>{words("followed_up", t.words)}</ConfirmForm>
        <ConfirmForm trigger={t.reopen} question={t.why} confirm={t.reopenNow} values={{ kind: "reopened" }} {...kept("reopened")}>{words("reopened", t.why)}</ConfirmForm>
      </div>
    );
  }
  return (
    <div className="cluster no-print">
      {next ? <Form method="post"><IdempotencyField /><input type="hidden" name="kind" value="stage" /><input type="hidden" name="stage" value={next} /><SubmitButton>{t.toStage(stages[next]!)}</SubmitButton></Form> : (
        <ConfirmForm tone="primary" trigger={t.close} question={t.closeHint} confirm={t.closeNow} values={{ kind: "closed" }} {...kept("closed")}>
          {words("closed", t.words)}
          <FormScope form="closed-on" texts={texts} result={undefined}><DayField name="followUpOn" label={t.followUpOn} min={today} optional /></FormScope>
        </ConfirmForm>
      )}
      {at > 0 ? (
        <ConfirmForm trigger={t.back} question={t.why} confirm={t.backNow} values={{ kind: "stage" }} {...kept("back")}>
          <FormScope form="back" texts={texts} result={result?.values?.kind === "stage" ? result : undefined}>
            <Select name="stage" label={t.stage} options={STAGES.slice(0, at).map((value) => ({ value, label: stages[value]! }))} />
            <TextArea name="words" label={t.why} rows={2} maxLength={2000} />
          </FormScope>
        </ConfirmForm>
      ) : null}
    </div>
  );
}
