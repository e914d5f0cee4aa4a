import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, DayField, FormScope, PageHeader, RefusalNote, Select, SubmitButton, TextField, type FormScopeProps } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../messages/index.ts";
import { ApplicationForm, HonourForm, Words } from "../model/forms.ts";
import { CONFIRM, ISSUE } from "../model/policy.ts";
import { applyForCertificate } from "../service/certificates/apply-for-certificate.ts";
import { addHonour, takeBackHonour } from "../service/record/add-honour.ts";
import { showRecord } from "../service/record/show-record.ts";
import { ApplyForm } from "../ui/apply-form.tsx";
import { RecordView } from "../ui/record-view.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { capabilities } = session.actor;
  return { record: await showRecord(session, readParam(params.personId, z.uuid())), today: session.today, mayConfirm: capabilities.has(CONFIRM), mayIssue: capabilities.has(ISSUE) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const personId = readParam(params.personId, z.uuid());
    const { intent } = read(z.object({ intent: z.enum(["honour", "take_back", "apply"]) }));
    if (intent === "apply") return redirect(`/certificates/applications/${(await applyForCertificate(session, personId, read(ApplicationForm))).id}`);
    if (intent === "honour") await addHonour(session, personId, read(HonourForm));
    else await takeBackHonour(session, read(z.object({ honourId: z.uuid(), reason: Words })));
    return redirect(`/hours/people/${personId}`);
  });
}

export default function ShowRecord() {
  const { record, today, mayConfirm, mayIssue } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { record: t, list } = useText(hoursText);
  const texts = useRefusals(hoursText);
  const refused = answer && "refusal" in answer ? answer : undefined;
  const at = `/hours/people/${record.card.id}`;
  return (
    <>
      <title>{t.of(record.card.name)}</title>
      <PageHeader title={record.card.name} avatar={record.card.name} eyebrow={t.title} crumbs={[{ label: list.title, to: "/hours" }]} actions={<>
        <a className="button" href={`${at}/export`}>{t.excel}</a><a className="button" href={`${at}/export?as=csv`}>{t.csv}</a>
        {mayConfirm ? <ButtonLink to={`${at}/new`}>{t.enter}</ButtonLink> : null}
      </>} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      <RecordView record={record} today={today} mayTakeBack={mayConfirm} />
      {mayConfirm ? <HonourCard today={today} refused={refused} /> : null}
      {mayIssue ? <Card title={t.apply}><ApplyForm today={today} refused={refused} firstOn={record.entries.at(-1)?.happenedOn} /></Card> : null}
    </>
  );
}

function HonourCard({ today, refused }: { today: string; refused: FormScopeProps["result"] }) {
  const { record: t } = useText(hoursText);
  const texts = useRefusals(hoursText);
  return (
    <Card title={t.addHonour}>
      <FormScope form="honour" result={refused?.values?.intent === "honour" ? refused : undefined} texts={texts}>
        <Form method="post" className="stack">
          <IdempotencyField />
          <input type="hidden" name="intent" value="honour" />
          <Select name="kind" label={t.kind} empty={null} options={[{ value: "thanks", label: t.thanks }, { value: "award", label: t.award }, { value: "evaluation", label: t.evaluationKind }]} />
          <TextField name="title" label={t.honourTitle} maxLength={120} />
          <TextField name="givenBy" label={t.givenBy} maxLength={120} optional />
          <DayField name="givenOn" label={t.givenOn} defaultValue={today} max={today} />
          <SubmitButton tone="plain">{t.save}</SubmitButton>
        </Form>
      </FormScope>
    </Card>
  );
}
