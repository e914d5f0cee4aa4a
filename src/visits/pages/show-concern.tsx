import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { Button, ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { visitsText } from "../messages/index.ts";
import { CONCERN_STEPS } from "../model/concern.ts";
import { showConcern } from "../service/show-concern.ts";
import { stepConcern } from "../service/step-concern.ts";
import { SEVERITY_TONES } from "../ui/severity-tones.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { concern: await showConcern(session, readParam(params.concernId, z.uuid())), today: session.today, mayReport: session.actor.capabilities.has("safeguarding.report") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const concernId = readParam(params.concernId, z.uuid());
    const { step, note } = read(z.object({ step: z.enum(CONCERN_STEPS), note: z.string().max(4000).optional() }));
    await stepConcern(sessionOf(context), { concernId, kind: step, note });
    return redirect(`/concerns/${concernId}`);
  });
}

export default function ShowConcern() {
  const { concern, today, mayReport } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { concerns: t, form } = useText(visitsText);
  const texts = useRefusals(visitsText);
  const language = useLanguage();
  const result = refused && "refusal" in refused ? refused : undefined;
  const closed = concern.status === "closed";
  return (
    <>
      <title>{`${t.title} · ${concern.aboutName}`}</title>
      <PageHeader title={concern.aboutName} actions={mayReport ? <ButtonLink to={`/safeguarding/new/${concern.aboutId}`} tone="danger">{t.report}</ButtonLink> : null} crumbs={[{ label: t.title, to: "/concerns" }]} lead={`${t.by(concern.raisedByName)} · ${formatInstant(concern.raisedAt, language, today)}`}
        chips={<><Chip tone={SEVERITY_TONES[concern.severity]}>{form.severities[concern.severity]}</Chip><Chip tone={closed ? "ok" : "calm"}>{t.status[concern.status]}</Chip></>} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        <Card title={t.words}><p className="pre measure">{concern.words}</p><p><Link to={`/people/${concern.aboutId}`}>{t.file}</Link></p></Card>
        <Card title={t.steps.acted}>
          <DraftForm formKey={`concern/${concern.id}/step`} basis={concern.steps.length} className="stack"
            actions={closed ? <Button type="submit" name="step" value="reopened">{t.reopen}</Button> : <div className="cluster"><SubmitButton name="step" value="acted">{t.act}</SubmitButton><Button type="submit" name="step" value="closed">{t.close}</Button></div>}>
            <IdempotencyField />
            {concern.status === "open" ? <div><Button type="submit" name="step" value="seen">{t.seen}</Button></div> : null}
            {closed ? null : <TextArea name="note" label={t.note} rows={4} optional maxLength={4000} />}
          </DraftForm>
        </Card>
        {concern.steps.length > 0 ? (
          <Card title={t.history}>
            <Timeline label={t.history} items={concern.steps.map((step) => ({ key: String(step.seq), when: formatInstant(step.at, language, today), at: step.at, title: `${t.steps[step.kind]} · ${step.byName}`, note: step.note || undefined }))} />
          </Card>
        ) : null}
      </FormScope>
    </>
  );
}
