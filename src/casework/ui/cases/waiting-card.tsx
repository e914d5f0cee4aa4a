import { useText } from "#platform/i18n/use-text.ts";
import { Card, TextArea } from "#platform/ui/index.ts";
import { caseworkText } from "../../messages/index.ts";
import type { ShownCase } from "../../service/cases/show-case.ts";
import { OtherStep, StepForm, type StepGroundProps } from "./step-form.tsx";

/** What somebody has been asked: the words they were given, and their answer. */
export function WaitingCard({ file, ground }: { file: ShownCase; ground: StepGroundProps }) {
  const { cases: t } = useText(caseworkText);
  const { case: one, may, events } = file;
  const question = events.findLast(({ kind }) => kind === (one.pendingKind === "approval" ? "approval_asked" : "transfer_asked")) ?? events.findLast(({ kind, step }) => kind === "approval_asked" && step === "transfer");
  const to = one.askedName ?? (one.pendingTeam && file.teamNames[one.pendingTeam]) ?? t.list.someTeam;
  const title = one.pendingKind === "approval" ? t.waiting.approval(question?.byName ?? "", t.approvalSteps[one.pendingStep!]) : t.waiting.handover(question?.byName ?? "", to);
  const answers = one.pendingKind === "approval" ? may.approve : may.answer;
  return (
    <Card title={title} id="waiting">
      <div className="stack">
        {question?.reason ? <p>{t.waiting.closeAs(t.closingReasons[question.reason as "died"])}</p> : null}
        {question?.words ? <blockquote className="needs-said pre">{question.words}</blockquote> : null}
        {answers ? <Answers approval={one.pendingKind === "approval"} ground={ground} /> : <p className="soft">{waitingLine(one.pendingKind === "approval", t, to)}</p>}
        {may.withdraw && !answers ? <StepForm kind="withdraw" submit={t.steps.withdraw} tone="plain" dated={false} ground={ground} /> : null}
      </div>
    </Card>
  );
}

const waitingLine = (approval: boolean, t: typeof caseworkText.zh.cases, to: string) => (approval ? t.waiting.ownApproval : t.list.waitsHandover(to));

function Answers({ approval, ground }: { approval: boolean; ground: StepGroundProps }) {
  const { steps: t } = useText(caseworkText).cases;
  const [yes, no] = approval ? ["approve", "send_back"] as const : ["take_over", "refuse_handover"] as const;
  return (
    <>
      <StepForm kind={yes} submit={t[yes]} dated={false} ground={ground}><TextArea name="words" label={t.approveWords} rows={2} maxLength={4000} optional /></StepForm>
      <OtherStep title={t[no]} kind={no} refused={ground.refused}>
        <StepForm kind={no} submit={t[no]} tone="plain" dated={false} ground={ground}><TextArea name="words" label={approval ? t.sendBackWords : t.refuseWords} rows={3} maxLength={4000} /></StepForm>
      </OtherStep>
    </>
  );
}
