import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Stack } from "#platform/ui/layout/columns.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { NewAgreementText, publishAgreement } from "../../service/pathway/publish-agreement.ts";
import { showProgramme } from "../../service/programmes/show-programme.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { requirementName } from "../../ui/words.ts";

const TextForm = NewAgreementText.omit({ programmeId: true });

export async function loader({ params, context }: LoaderFunctionArgs) {
  return showProgramme(sessionOf(context), readParam(params.programmeId, z.uuid()));
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const programmeId = readParam(params.programmeId, z.uuid());
    await publishAgreement(sessionOf(context), { ...read(TextForm), programmeId });
    return redirect(`/volunteers/programmes/${programmeId}/agreements`);
  });
}

export default function PublishAgreement() {
  const { programme, policies, templates } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const asked = (policies.at(-1)?.requirements ?? []).filter(({ kind }) => kind === "agreement" || kind === "consent");
  const before = (
    <Stack>
      {templates.map((one) => (
        <Card key={one.id} title={`${one.title} · ${t.page.textVersion(one.version)}`}>
          <p className="measure pre">{one.body}</p>
          {one.easyBody ? <p className="measure pre"><b>{t.agreements.easy}</b>{"\n"}{one.easyBody}</p> : null}
          <p className="small soft">{t.page.hash} <code className="wrap">{one.textHash}</code></p>
        </Card>
      ))}
    </Stack>
  );
  return (
    <StepPage title={t.agreements.title} lead={templates.length === 0 ? t.agreements.none : undefined} before={before} refused={useActionData()} submit={t.agreements.publish}
      crumbs={[{ label: t.programmes.title, to: "/volunteers/programmes" }, { label: programme.name, to: `/volunteers/programmes/${programme.id}` }]}>
      <Select name="requirement" label={t.evidence.requirement} options={asked.map((one) => ({ value: one.key, label: requirementName(one, t.kind, one.key) }))} />
      <TextField name="title" label={t.agreements.heading} maxLength={120} />
      <TextArea name="body" label={t.agreements.body} hint={t.agreements.bodyHint} rows={14} maxLength={20000} />
      <TextArea name="easyBody" label={t.agreements.easy} hint={t.agreements.easyHint} rows={8} maxLength={8000} optional />
    </StepPage>
  );
}
