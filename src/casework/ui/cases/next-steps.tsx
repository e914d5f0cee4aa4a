import { Link } from "react-router";
import { CircleCheck, CircleDashed } from "lucide-react";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { addDays } from "#kernel/calendar.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, DayField, Notice, RadioCards, Select, TextArea } from "#platform/ui/index.ts";
import { caseworkText } from "../../messages/index.ts";
import { CASE_STAGES, ClosingReason, EARLY_REASONS, type ApprovalStep } from "../../model/cases/case.ts";
import { nextStage } from "../../model/cases/decide-step.ts";
import type { CaseChoices } from "../../service/cases/case-choices.ts";
import type { ShownCase } from "../../service/cases/show-case.ts";
import { OtherStep, StepForm, type StepGroundProps } from "./step-form.tsx";

export interface NextStepsProps { file: ShownCase; choices: CaseChoices; ground: StepGroundProps }

/** What comes next: what is missing, the one step, and the others behind it. */
export function NextSteps({ file, choices, ground }: NextStepsProps) {
  const { cases: t } = useText(caseworkText);
  const one = file.case;
  if (one.standing === "closed") return <Card title={t.steps.reopen}><Reopen file={file} ground={ground} /></Card>;
  const next = nextStage(one.stage);
  return (
    <Card title={one.standing === "paused" ? t.standings.paused : next ? t.page.nextIs(t.stages[next]) : t.page.nextIs(t.steps.close)}>
      <div className="stack">
        <ReviewNote file={file} today={ground.today} />
        {one.standing === "paused" ? <StepForm kind="resume" submit={t.steps.resume} ground={ground} /> : <Usual file={file} ground={ground} />}
        <Others file={file} choices={choices} ground={ground} />
      </div>
    </Card>
  );
}

function ReviewNote({ file: { case: one }, today }: { file: ShownCase; today: string }) {
  const { page: t } = useText(caseworkText).cases;
  const language = useLanguage();
  if (one.reviewOn === null) return null;
  const day = formatDayOnly(one.reviewOn, language, today);
  if (one.standing === "paused") return <p className="soft">{t.pausedUntil(day)}</p>;
  return one.reviewOn < today ? <Notice tone="late">{t.reviewLate(day)}</Notice> : <p className="soft">{t.reviewBy(day)}</p>;
}

/** Going on a stage, or closing after the last. */
function Usual({ file, ground }: { file: ShownCase; ground: StepGroundProps }) {
  const { cases: t } = useText(caseworkText);
  const next = nextStage(file.case.stage);
  const asks = (step: ApprovalStep) => !file.may.approve && file.approvals.includes(step);
  if (next === null) return <CloseForm ground={ground} asks={asks("close")} reasons={ClosingReason.options} />;
  const waits = (file.case.stage === "intake" && asks("accept")) || (file.case.stage === "planning" && asks("plan"));
  return (
    <>
      <Missing file={file} />
      <StepForm kind="advance" submit={waits ? t.steps.ask : t.steps.advance(t.stages[next])} ground={ground}>
        {waits ? <p className="soft">{t.page.needsApproval}</p> : null}
        <TextArea name="words" label={t.steps.words} hint={t.steps.advanceHint} rows={3} maxLength={4000} optional />
      </StepForm>
    </>
  );
}

function Missing({ file }: { file: ShownCase }) {
  const { page: t } = useText(caseworkText).cases;
  const here = file.missing.filter(({ stage }) => stage === file.case.stage);
  if (here.length === 0) return null;
  return (
    <ul className="case-missing" aria-label={t.missing}>
      {here.map(({ key, done, to }) => (
        <li key={key}>
          {done ? <CircleCheck className="icon ok" aria-hidden="true" /> : <CircleDashed className="icon due" aria-hidden="true" />}
          <span>{t.needWords[key] ?? key} <span className="small soft">{done ? t.done : t.notDone}</span></span>
          {!done && to ? <Link to={to}>{t.goThere}<span className="sr-only"> {t.needWords[key]}</span></Link> : null}
        </li>
      ))}
    </ul>
  );
}

function CloseForm({ ground, asks, reasons }: { ground: StepGroundProps; asks: boolean; reasons: readonly ClosingReason[] }) {
  const { cases: t } = useText(caseworkText);
  return (
    <StepForm kind="close" submit={asks ? t.steps.ask : t.steps.close} ground={ground}>
      {asks ? <p className="soft">{t.page.needsApproval}</p> : null}
      <Select name="reason" label={t.steps.closeReason} options={reasons.map((value) => ({ value, label: t.closingReasons[value] }))} />
      <TextArea name="words" label={t.steps.closeWords} hint={t.steps.closeHint} rows={6} maxLength={4000} />
    </StepForm>
  );
}

function Reopen({ file, ground }: { file: ShownCase; ground: StepGroundProps }) {
  const { cases: t } = useText(caseworkText);
  const asks = !file.may.approve && file.approvals.includes("reopen");
  return (
    <StepForm kind="reopen" submit={asks ? t.steps.ask : t.steps.reopen} tone="plain" ground={ground}>
      {asks ? <p className="soft">{t.page.needsApproval}</p> : null}
      <TextArea name="words" label={t.steps.reopenWhy} rows={3} maxLength={4000} />
    </StepForm>
  );
}

/** Steps taken now and then, each behind its name. */
function Others({ file, choices, ground }: NextStepsProps) {
  const { cases: t } = useText(caseworkText);
  const one = file.case;
  const earlier = CASE_STAGES.slice(0, CASE_STAGES.indexOf(one.stage));
  const moving = one.standing === "open";
  const asks = (step: ApprovalStep) => !file.may.approve && file.approvals.includes(step);
  const why = <TextArea name="words" label={t.steps.wordsWhy} rows={3} maxLength={4000} />;
  return (
    <div className="case-others">
      <OtherStep title={t.steps.review} kind="review" refused={ground.refused}><StepForm kind="review" submit={t.steps.save} ground={ground}><TextArea name="words" label={t.steps.reviewWords} rows={4} maxLength={4000} /></StepForm></OtherStep>
      <OtherStep title={t.steps.hand_over} kind="hand_over" refused={ground.refused}><HandOver file={file} choices={choices} ground={ground} asks={asks("transfer")} /></OtherStep>
      {moving && earlier.length > 0 ? (
        <OtherStep title={t.steps.go_back} kind="go_back" refused={ground.refused}>
          <StepForm kind="go_back" submit={t.steps.go_back} tone="plain" ground={ground}>
            <RadioCards name="stage" label={t.steps.backTo} defaultValue={earlier.at(-1)} choices={earlier.map((value) => ({ value, label: t.stages[value] }))} />{why}
          </StepForm>
        </OtherStep>
      ) : null}
      {moving ? (
        <OtherStep title={t.steps.pause} kind="pause" refused={ground.refused}>
          <StepForm kind="pause" submit={t.steps.pause} tone="plain" ground={ground}><DayField name="untilOn" label={t.steps.until} min={addDays(ground.today, 1)} />{why}</StepForm>
        </OtherStep>
      ) : null}
      {one.stage === "closing" ? null : <OtherStep title={t.steps.close} kind="close" refused={ground.refused}><CloseForm ground={ground} asks={asks("close")} reasons={EARLY_REASONS} /></OtherStep>}
    </div>
  );
}

function HandOver({ file, choices, ground, asks }: NextStepsProps & { asks: boolean }) {
  const { steps: t, page } = useText(caseworkText).cases;
  const workers = choices.workers.filter(({ id }) => id !== file.case.workerId);
  return (
    <StepForm kind="hand_over" submit={asks ? t.ask : t.askHandOver} ground={ground}>
      {asks ? <p className="soft">{page.needsApproval}</p> : null}
      <Select name="workerId" label={t.toWorker} optional options={workers.map(({ id, name }) => ({ value: id, label: name }))} />
      {choices.teams.length > 0 ? <Select name="teamId" label={t.toTeam} hint={t.toTeamHint} optional options={choices.teams.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      <TextArea name="words" label={t.handover} hint={t.handoverHint} rows={5} maxLength={4000} />
    </StepForm>
  );
}
