import type { ReactNode } from "react";
import { addDays } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, ConfirmForm, DayField, FormScope, Select, Stack, TextArea } from "#platform/ui/index.ts";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { referralText } from "../messages/index.ts";
import { OUTCOMES, REFUSALS, type StepKind } from "../model/referral.ts";
import type { ShownReferral } from "../service/show-referral.ts";

/** How long the outcome may take, unless told otherwise. */
const OUTCOME_DAYS = 30;

interface Given { readonly shown: ShownReferral; readonly result: FormResult | undefined; readonly today: string }
interface One { readonly step: StepKind; readonly trigger: string; readonly question: string; readonly confirm: string; readonly tone?: "primary" | "danger"; readonly fields: ReactNode }

/** What may be done next on this side, as the referral stands. For an organisation outside, the sender writes its answers down. */
export function StepForms({ shown, result, today }: Given) {
  const { show: t } = useText(referralText);
  const texts = useRefusals(referralText);
  const steps = useSteps(shown, today);
  const { referral, standing } = shown;
  const takes = referral.side === "in" && standing.state === "accepted" && referral.caseId === null && shown.packet !== null;
  if (steps.length === 0 && !takes) return <p className="soft">{t.none}</p>;
  return (
    <div className="no-print">
      <Stack>
        {takes ? <ButtonLink to={`/referrals/${referral.id}/take-in`} tone="primary">{t.takeIn}</ButtonLink> : null}
        {steps.map(({ step, fields, tone = "primary", ...words }) => (
          <ConfirmForm key={step} {...words} tone={tone} values={{ step }} draft={`referral/${referral.id}/${step}`} basis={shown.standing.state}>
            <IdempotencyField />
            <FormScope form={step} result={result?.values?.step === step ? result : undefined} texts={texts}>{fields}</FormScope>
          </ConfirmForm>
        ))}
      </Stack>
    </div>
  );
}

function useSteps({ referral, standing, colleagues }: ShownReferral, today: string): One[] {
  const { show: t, reasons } = useText(referralText);
  const words = <TextArea name="words" label={t.words} rows={3} maxLength={2000} />;
  const due = <DayField name="dueOn" label={t.dueOn} min={today} defaultValue={addDays(today, OUTCOME_DAYS)} />;
  const reason = (label: string, values: readonly string[]) => <Select name="reason" label={label} options={values.map((value) => ({ value, label: reasons[value]! }))} />;
  const sends = referral.side === "out";
  const answers = !sends || referral.otherOrg === null;
  const open = standing.state === "waiting" || standing.state === "accepted";
  const all: readonly (readonly [boolean, One])[] = [
    [!open && standing.dueOn !== null, { step: "settled", trigger: t.settle, question: t.settleQ, confirm: t.settleDo, fields: words }],
    [answers && standing.state === "waiting", { step: "accepted", trigger: t.accept, question: t.acceptQ, confirm: t.acceptDo, fields: <>{due}<TextArea name="words" label={t.words} rows={2} optional maxLength={2000} /></> }],
    [answers && standing.state === "waiting", { step: "refused", trigger: t.refuse, question: t.refuseQ, confirm: t.refuseDo, fields: <>{reason(t.reason, REFUSALS)}<TextArea name="words" label={t.words} rows={2} optional maxLength={2000} /></> }],
    [answers && standing.state === "accepted", { step: "completed", trigger: t.complete, question: t.completeQ, confirm: t.completeDo, fields: <>{reason(t.outcome, OUTCOMES)}{words}</> }],
    [sends && open, { step: "asked_after", trigger: t.ask, question: t.askQ, confirm: t.askDo, fields: words }],
    [sends && open, { step: "extended", trigger: t.extend, question: t.extendQ, confirm: t.extendDo, fields: due }],
    [standing.dueOn !== null && colleagues.length > 0, { step: "handed_over", trigger: t.hand, question: t.handQ, confirm: t.handDo, fields: <><Select name="workerId" label={t.worker} options={colleagues.map(({ accountId, name }) => ({ value: accountId, label: name }))} /><TextArea name="words" label={t.words} rows={2} optional maxLength={2000} /></> }],
    [sends && open, { step: "withdrawn", trigger: t.withdraw, question: t.withdrawQ, confirm: t.withdrawDo, tone: "danger", fields: words }],
  ];
  return all.flatMap(([offered, one]) => (offered ? [one] : []));
}
