import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, Columns, DataList, FormScope, Notice, PageHeader, RefusalNote, Stack, SubmitButton, TextArea, TextField, Timeline, type FormScopeProps } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../../messages/index.ts";
import { IssueForm } from "../../model/forms.ts";
import { issueCertificate } from "../../service/certificates/issue-certificate.ts";
import { showApplication } from "../../service/certificates/show-application.ts";
import { stepApplication } from "../../service/certificates/step-application.ts";
import { APPLICATION_TONES } from "../../ui/tones.ts";
import { WordsForm } from "../../ui/words-form.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { personIds: _, counted: __, ...shown } = await showApplication(session, readParam(params.applicationId, z.uuid()));
  return { ...shown, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const applicationId = readParam(params.applicationId, z.uuid());
    const { intent, words } = read(z.object({ intent: z.enum(["accepted", "declined", "issue"]), words: z.string().trim().max(500).default("") }));
    if (intent === "issue") return redirect(`/certificates/${(await issueCertificate(session, applicationId, read(IssueForm))).id}`);
    await stepApplication(session, { applicationId, step: intent, words });
    return redirect(`/certificates/applications/${applicationId}`);
  });
}

export default function ShowApplication() {
  const { application, state, steps, name, minutes, waiting, certificateId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = useText(hoursText);
  const { application: t, certificates, period } = text;
  const texts = useRefusals(hoursText);
  const language = useLanguage();
  const refused = answer && "refusal" in answer ? answer : undefined;
  const open = state === "applied" || state === "accepted";
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={name} crumbs={[{ label: certificates.title, to: "/certificates" }]} chips={<Chip tone={APPLICATION_TONES[state]}>{text.applications[state]}</Chip>}
        lead={[period(formatDay(application.fromOn, language, today), formatDay(application.untilOn, language, today)), application.purpose].filter(Boolean).join(" · ")}
        actions={certificateId ? <ButtonLink tone="primary" to={`/certificates/${certificateId}`}>{t.open}</ButtonLink> : undefined} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      <Columns>
        <Stack>
          {open ? <Card title={t.states} flush><Stated /></Card> : null}
          {open && waiting > 0 ? <Notice tone="due">{t.waiting(waiting)}</Notice> : null}
          {state === "accepted" && minutes > 0 ? <Issue refused={refused} /> : null}
          {state === "applied" ? <Form method="post"><IdempotencyField /><SubmitButton name="intent" value="accepted">{t.accept}</SubmitButton></Form> : null}
          {open ? <WordsForm trigger={t.decline} question={t.declineQuestion} words={t.words} intent="declined" /> : null}
        </Stack>
        <Card title={t.steps}>
          <Timeline label={t.steps} items={[
            { key: "applied", when: formatInstant(application.appliedAt, language, today), at: application.appliedAt, title: text.applications.applied, note: application.appliedByName },
            ...steps.map((step) => ({ key: String(step.seq), when: formatInstant(step.at, language, today), at: step.at, title: text.applications[step.kind], note: [step.words, step.byName].filter(Boolean).join(" · ") })),
          ]} />
        </Card>
      </Columns>
    </>
  );
}

/** What the certificate would state, counted now. */
function Stated() {
  const { lines, minutes } = useLoaderData<typeof loader>();
  const { application: t, document: d, time } = useText(hoursText);
  if (lines.length === 0) return <p className="inset soft">{t.nothing}</p>;
  return (
    <DataList caption={t.states} rows={[...lines, { title: d.total, times: lines.reduce((sum, line) => sum + line.times, 0), minutes }]} rowKey={({ title }) => title} empty={null}
      columns={[{ key: "title", label: t.service, render: (row) => row.title }, { key: "times", label: t.times, end: true, render: (row) => d.count(row.times) }, { key: "time", label: d.time, end: true, render: (row) => time(row.minutes) }]} />
  );
}

function Issue({ refused }: { refused: FormScopeProps["result"] }) {
  const { issuer } = useLoaderData<typeof loader>();
  const { application: t } = useText(hoursText);
  const texts = useRefusals(hoursText);
  return (
    <Card title={t.issue}>
      <FormScope form="issue" result={refused} texts={texts}>
        <Form method="post" className="stack">
          <IdempotencyField />
          <input type="hidden" name="intent" value="issue" />
          <p className="soft">{t.issueLead}</p>
          <TextField name="head" label={t.head} hint={t.headHint} maxLength={80} defaultValue={issuer.head} />
          <TextField name="contact" label={t.contact} maxLength={120} optional defaultValue={issuer.contact} />
          <TextArea name="notes" label={t.notes} rows={2} maxLength={300} optional />
          <SubmitButton>{t.issue}</SubmitButton>
        </Form>
      </FormScope>
    </Card>
  );
}
