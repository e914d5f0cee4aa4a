import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { findOrganizationBySlug } from "#identity/index.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { Checkbox, RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { webOf, type Web } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { enquiriesText } from "../messages/index.ts";
import { Asking } from "../model/asking.ts";
import { SUBMIT_ENQUIRY } from "../model/policy.ts";
import { askForHelp } from "../service/ask-for-help.ts";
import { limitAsking } from "../service/limit-asking.ts";

export const handle = { public: true, plain: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, phone } = await organizationOf(webOf(context), params.slug);
  return { name, phone };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submit(request, web.lang, async ({ data, read }) => {
    const organization = await organizationOf(web, params.slug);
    limitAsking(web.clientAddress, web.installation.now());
    const key = data.get("_key");
    const session = web.installation.systemSession(organization.id, { name: "public", role: "public", capabilities: [SUBMIT_ENQUIRY] }, typeof key === "string" ? key : undefined);
    const { reference } = await askForHelp(session, read(Asking));
    return redirect(`/help/${organization.slug}/thanks?no=${reference}`);
  });
}

async function organizationOf({ installation }: Web, slug: string | undefined) {
  const organization = await findOrganizationBySlug(installation.db, slug ?? "");
  if (!organization) throw new Refusal("not_found", "platform.not_found");
  return organization;
}

export default function Ask() {
  const { name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { public: t } = useText(enquiriesText);
  const texts = useRefusals(enquiriesText);
  const result = refused && "refusal" in refused ? refused : undefined;
  return (
    <>
      <title>{`${t.askTitle} · ${name}`}</title>
      <PageHeader title={t.askTitle} lead={t.askLead(name)} />
      <Notice tone="due">{t.emergency}</Notice>
      <Card>
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} />
          <Form method="post" className="stack">
            <IdempotencyField />
            <RadioCards name="forWhom" label={t.forWhom} choices={[{ value: "self", label: t.self }, { value: "other", label: t.other }]} defaultValue="self" />
            <TextArea name="words" label={t.words} hint={t.wordsHint} rows={6} maxLength={4000} />
            <TextField name="askerName" label={t.askerName} optional width={16} autoComplete="name" maxLength={40} />
            <TextField name="askerContact" label={t.askerContact} hint={t.askerContactHint} optional width={16} autoComplete="tel" maxLength={60} />
            <TextField name="askerRelation" label={t.askerRelation} hint={t.askerRelationHint} optional width={16} maxLength={40} />
            <TextField name="subjectName" label={t.subjectName} hint={t.subjectNameHint} optional width={16} maxLength={40} />
            <TextField name="community" label={t.community} optional width={16} maxLength={60} />
            <Checkbox name="urgent" label={t.urgent} />
            <p className="soft small measure">{t.privacy}</p>
            <SubmitButton big>{t.send}</SubmitButton>
          </Form>
        </FormScope>
      </Card>
    </>
  );
}
