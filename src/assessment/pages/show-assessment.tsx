import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { assessmentText } from "../messages/index.ts";
import { RecordId, Withdrawal } from "../model/record.ts";
import { showAssessment } from "../service/show-assessment.ts";
import { withdrawAssessment } from "../service/withdraw-assessment.ts";
import { AnswersCard, AboutCard } from "../ui/answer-cards.tsx";
import { ResultCard } from "../ui/result-cards.tsx";
import styles from "../ui/assessment.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { before, ...shown } = await showAssessment(session, readParam(params.recordId, RecordId));
  return { ...shown, before: before ? { assessedOn: before.assessedOn, version: before.instrumentVersion, total: before.score.total?.value ?? null, parts: before.score.parts } : null, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const recordId = readParam(params.recordId, RecordId);
  return submit(request, webOf(context).lang, async ({ read }) => {
    await withdrawAssessment(sessionOf(context), { ...read(Withdrawal.omit({ recordId: true })), recordId });
    return redirect(`/assessments/records/${recordId}`);
  });
}

export default function ShowAssessment() {
  const { personId, name, record, sheet, before, comparison, correctedBy, withdrawal, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(assessmentText);
  const language = useLanguage();
  const title = sheet.name[language];
  const stands = record.standing === "stands";
  return (
    <>
      <title>{t.sheet.title(title, name)}</title>
      <PageHeader title={title} avatar={name} crumbs={[{ label: t.title, to: "/assessments" }, { label: t.person.title(name), to: `/assessments/of/${personId}` }]}
        lead={`${name} · ${formatDayOnly(record.assessedOn, language, today)}`} chips={stands ? undefined : <Chip tone="late">{t.standings[record.standing]}</Chip>}
        actions={<><ButtonLink to={`/access/assessment/${record.id}`}>{t.whoSees}</ButtonLink>{stands ? <ButtonLink to={`/assessments/of/${personId}/history/${record.instrumentId}`}>{t.result.history}</ButtonLink> : null}{stands ? <ButtonLink to={`/assessments/of/${personId}/fill/${record.instrumentId}?corrects=${record.id}`}>{t.result.correct}</ButtonLink> : null}<PrintButton label={t.result.print} /></>} />
      {withdrawal ? <Notice tone="late">{t.result.withdrawn(withdrawal.byName, withdrawal.reason)} <span className="small">{formatInstant(withdrawal.at, language, today)}</span></Notice> : null}
      {correctedBy ? <Notice tone="due">{t.result.corrected} <Link to={`/assessments/records/${correctedBy}`}>{t.result.toCorrection}</Link></Notice> : null}
      {record.corrects ? <Notice>{t.result.isCorrection} <Link to={`/assessments/records/${record.corrects}`}>{t.result.toCorrected}</Link></Notice> : null}
      <Columns>
        <Stack>
          <ResultCard sheet={sheet} score={record.score} answers={record.answers} before={before} comparison={comparison} today={today} />
          <AnswersCard sheet={sheet} answers={record.answers} facts={record.facts} />
        </Stack>
        <Stack>
          <AboutCard record={record} today={today} />
          {stands ? <WithdrawCard refused={refused && "refusal" in refused ? refused : undefined} /> : null}
        </Stack>
      </Columns>
    </>
  );
}

function WithdrawCard({ refused }: { refused: Parameters<typeof FormScope>[0]["result"] }) {
  const { result: t } = useText(assessmentText);
  const texts = useRefusals(assessmentText);
  return (
    <div className="no-print">
      <FormScope result={refused} texts={texts}>
        <details className="confirm" open={refused ? true : undefined}>
          <summary className="button danger">{t.withdraw}</summary>
          <Card>
            <Form method="post" className="form">
              <RefusalNote of={refused?.refusal} texts={texts} labels={{ reason: t.reason }} />
              <p>{t.withdrawQuestion}</p>
              <IdempotencyField />
              <TextField name="reason" label={t.reason} maxLength={500} />
              <SubmitButton tone="danger">{t.withdrawConfirm}</SubmitButton>
            </Form>
          </Card>
        </details>
      </FormScope>
    </div>
  );
}
