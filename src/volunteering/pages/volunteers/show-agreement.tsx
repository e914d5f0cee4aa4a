import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Facts, FileField, Notice, PageHeader, Stack, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { LARGEST_PAPER_BYTES } from "../../model/pathway/paper.ts";
import { countersign } from "../../service/own/own-agreements.ts";
import { keepPaper, showAgreement } from "../../service/pathway/show-agreement.ts";
import { AgreementText } from "../../ui/agreement-text.tsx";
import { StepPage } from "../../ui/step-page.tsx";

const addressOf = (params: LoaderFunctionArgs["params"]) => ({ volunteerId: readParam(params.volunteerId, z.uuid()), agreementId: readParam(params.agreementId, z.uuid()) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const address = addressOf(params);
  return { ...(await showAgreement(session, address)), ...address, today: session.today, mayManage: session.actor.capabilities.has("volunteers.manage") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data }) => {
    if (data.get("step") === "countersign") {
      const address = addressOf(params);
      await countersign(sessionOf(context), address);
      return redirect(`/volunteers/${address.volunteerId}/agreements/${address.agreementId}`);
    }
    const file = data.get("file");
    if (!(file instanceof File) || file.size === 0) throw new Refusal("invalid_input", "volunteering.file_missing", { fields: [{ field: "file", reason: "volunteering.file_missing" }] });
    if (file.size > LARGEST_PAPER_BYTES) throw new Refusal("too_large", "volunteering.paper_too_large", { fields: [{ field: "file", reason: "volunteering.paper_too_large" }] });
    const address = addressOf(params);
    await keepPaper(sessionOf(context), { ...address, content: Buffer.from(await file.arrayBuffer()) });
    return redirect(`/volunteers/${address.volunteerId}/agreements/${address.agreementId}`);
  });
}

export default function ShowAgreement() {
  const { text, name, volunteerId, programmeId, mayManage } = useLoaderData<typeof loader>();
  const refused = useActionData();
  const t = useText(volunteeringText);
  const crumbs = [{ label: t.list.title, to: `/volunteers?programme=${programmeId}` }, { label: name, to: `/volunteers/${volunteerId}` }];
  if (!mayManage) return <><title>{text.title}</title><PageHeader title={text.title} crumbs={crumbs} /><Signed /></>;
  return (
    <StepPage title={text.title} crumbs={crumbs} refused={refused} submit={t.signed.keep} encType="multipart/form-data" before={<><Signed /><Countersign /></>}>
      <FileField name="file" label={t.signed.paper} hint={t.signed.paperHint} accept=".pdf,.jpg,.jpeg,.png" maxBytes={LARGEST_PAPER_BYTES} />
    </StepPage>
  );
}

/** The organisation's own signature, where the volunteer signed alone. */
function Countersign() {
  const { agreement } = useLoaderData<typeof loader>();
  const { own: t } = useText(volunteeringText);
  if (agreement.answer !== "signed" || agreement.countersignedByName !== "") return null;
  return <Card><Form method="post" className="stack"><IdempotencyField /><p>{t.toCountersign}</p><SubmitButton tone="primary" name="step" value="countersign">{t.countersign}</SubmitButton></Form></Card>;
}

/** Who signed what, the proof, the papers, and the words as they were shown. */
function Signed() {
  const { agreement, text, proven, scans, volunteerId, programmeName, today } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const language = useLanguage();
  const papers = scans.map(({ hash, addedAt, addedByName }) => <div key={hash}><a href={`/volunteers/${volunteerId}/agreements/${agreement.id}/papers/${hash}`}>{t.signed.open}</a> · {addedByName} · {formatInstant(addedAt, language, today)}</div>);
  return (
    <Stack>
      <Notice tone={proven ? "ok" : "late"}>{proven ? t.signed.proven : t.signed.notProven}</Notice>
      <Card>
        <Facts facts={[
          { label: t.sign.signer, value: [agreement.signerName, t.sign.capacities[agreement.signerCapacity], agreement.guardianRelation].filter(Boolean).join(" · ") },
          { label: t.sign.answer, value: t.sign.answers[agreement.answer] }, { label: t.sign.manner, value: t.sign.manners[agreement.manner] }, { label: t.sign.on, value: formatDay(agreement.signedOn, language, today) },
          { label: t.signed.organisation, value: `${programmeName} · ${agreement.countersignedByName}` }, { label: t.agreements.title, value: t.page.textVersion(text.version) }, { label: t.page.hash, value: <code className="wrap">{agreement.textHash}</code> },
          ...(papers.length > 0 ? [{ label: t.signed.paper, value: papers }] : []),
        ]} />
      </Card>
      <AgreementText title={text.title} body={text.body} easyBody={text.easyBody} />
    </Stack>
  );
}
