import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { ReadAloud } from "#platform/ui/show/read-aloud.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { safeguardingText } from "../messages/index.ts";
import { reportFirst } from "../model/duties.ts";
import { Step } from "../model/incident.ts";
import { showIncident } from "../service/show-incident.ts";
import { takeStep } from "../service/take-step.ts";

const idOf = (params: { incidentId?: string | undefined }) => readParam(params.incidentId, z.uuid());

/** The page between a report and everything else, as long as the law asks for somebody to be told at once. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const shown = await showIncident(session, idOf(params));
  const duty = reportFirst(shown.duties);
  if (!duty) throw redirect(`/safeguarding/${shown.incident.id}`);
  return { shown, duty, today: session.today, by: session.actor.name };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await takeStep(sessionOf(context), idOf(params), read(Step));
    return redirect(`/safeguarding/${id}/report`);
  });
}

export default function ReportNow() {
  const { shown: { incident, entries, person, isLead }, duty, today, by } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { report: t, kinds, told, unverified, fields, list } = useText(safeguardingText);
  const texts = useRefusals(safeguardingText);
  const language = useLanguage();
  const result = answer && "refusal" in answer ? answer : undefined;
  const who = [person.name, person.sex && (person.sex === "female" ? t.girl : t.boy), person.birthOn && t.born(ageOn(person.birthOn, today)), person.address].filter(Boolean).join(t.between);
  const speech = t.speech(who, kinds[incident.kind], incident.placeWords, incident.happenedOn ? formatDay(incident.happenedOn, language, today) : "", incident.words, by);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead(person.name)} crumbs={[{ label: list.title, to: "/safeguarding" }]} actions={duty.rule.to === "police" ? <a className="button danger big" href="tel:110">{t.call}</a> : null} />
      <Card title={t.read} aside={<ReadAloud text={speech} />}>
        <p className="measure strong">{speech}</p>
        <p className="soft">{language === "zh" ? duty.rule.sourceZh : duty.rule.sourceEn}{duty.rule.verified ? "" : ` · ${unverified}`}</p>
      </Card>
      <Card title={t.now}>
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
          <DraftForm formKey={`incident/${incident.id}/report/${duty.rule.to}`} basis={entries.length} className="form" actions={<SubmitButton big>{t.save}</SubmitButton>}>
            <IdempotencyField />
            <input type="hidden" name="step" value="told" />
            <input type="hidden" name="toWhom" value={duty.rule.to} />
            <p>{t.to} <strong>{told[duty.rule.to]}</strong></p>
            <TextField name="toName" label={t.toName} optional maxLength={100} />
            <TextField name="reference" label={t.reference} optional maxLength={100} />
            <TextField name="doneAt" type="datetime-local" label={t.doneAt} hint={t.doneHint} optional />
            <TextArea name="words" label={t.words} rows={3} optional maxLength={4000} />
          </DraftForm>
          {isLead ? (
            <div className="form"><ConfirmForm trigger={t.notTold} question={t.why} confirm={t.notToldSave} values={{ step: "not_told", toWhom: duty.rule.to }} draft={`incident/${incident.id}/report/not-${duty.rule.to}`} basis={entries.length}><FormScope form="not_told" result={undefined} texts={texts}><TextArea name="words" label={t.why} rows={3} maxLength={4000} /></FormScope></ConfirmForm></div>
          ) : null}
        </FormScope>
      </Card>
      <p><Link to={`/safeguarding/${incident.id}`}>{t.later}</Link></p>
    </>
  );
}
