import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { volunteeringText } from "../../messages/index.ts";
import { Signature, signAgreement } from "../../service/pathway/sign-agreement.ts";
import { AgreementText } from "../../ui/agreement-text.tsx";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep, takeStep } from "./volunteer-step.ts";

const SignatureForm = Signature.omit({ volunteerId: true });

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export const action = (args: ActionFunctionArgs) => takeStep(args, SignatureForm, (session, volunteerId, form) => signAgreement(session, { ...form, volunteerId }));

export default function SignAgreement() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const refused = useActionData();
  const template = data.templates.find(({ requirement }) => requirement === data.asked);
  const minor = data.standing.requirements.some(({ kind }) => kind === "guardian_consent");
  if (!template) return <EmptyState title={t.agreements.none} action={<ButtonLink tone="primary" to={`/volunteers/programmes/${data.programme.id}/agreements`}>{t.agreements.title}</ButtonLink>} />;
  return (
    <StepPage title={t.labelled(t.sign.title, template.title)} crumbs={crumbsOf(data, t.list.title)} refused={refused} submit={t.sign.submit}
      before={<><Notice>{t.sign.readFirst}</Notice><AgreementText title={template.title} body={template.body} easyBody={template.easyBody} /></>}>
      <input type="hidden" name="templateId" value={template.id} />
      <RadioCards name="answer" label={t.sign.answer} choices={(["signed", "refused"] as const).map((value) => ({ value, label: t.sign.answers[value] }))} />
      <RadioCards name="signerCapacity" label={t.sign.capacity} defaultValue={minor ? "guardian" : "volunteer"} choices={(["volunteer", "guardian"] as const).map((value) => ({ value, label: t.sign.capacities[value] }))} />
      <TextField name="signerName" label={t.sign.signer} width={16} maxLength={80} defaultValue={minor ? undefined : data.card.name} />
      {minor ? <TextField name="guardianRelation" label={t.sign.relation} optional width={8} maxLength={40} /> : null}
      <RadioCards name="manner" label={t.sign.manner} defaultValue="on_screen" choices={(["on_screen", "on_paper"] as const).map((value) => ({ value, label: t.sign.manners[value] }))} />
      <DayField name="signedOn" label={t.sign.on} defaultValue={data.today} max={data.today} />
    </StepPage>
  );
}
