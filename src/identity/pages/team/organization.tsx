import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, FormActions, Notice, PageHeader, SubmitButton, TextArea, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { identityText } from "../../messages/index.ts";
import { changeOrganization } from "../../service/installation/change-organization.ts";
import { readOwnOrganization } from "../../service/installation/read-own-organization.ts";
import { FormFrame } from "../parts/form-frame.tsx";
import { TeamTabs } from "../parts/tabs.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { organization: await readOwnOrganization(sessionOf(context)), saved: new URL(request.url).searchParams.get("said") === "saved" };
}

const text = (max: number) => z.string().max(max).default("");
const Details = z.object({
  name: z.string().max(120), shortName: z.string().max(40), description: text(2000), address: text(200), phone: text(60), version: z.coerce.number().int(),
});

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await changeOrganization(sessionOf(context), read(Details));
    return redirect("/organization?said=saved");
  });
}

export default function OrganizationDetails() {
  const { organization, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const words = t.organization;
  return (
    <>
      <title>{t.team.tabs.organization}</title>
      <PageHeader title={t.team.title} lead={words.lead} actions={<ButtonLink to={`/about/${organization.slug}`}>{words.publicPage}</ButtonLink>} />
      <TeamTabs current="organization" />
      {saved ? <Notice tone="ok"><p role="status">{t.done}</p></Notice> : null}
      <Card>
        <FormFrame key={organization.version} result={result} labels={{ name: words.name, shortName: words.shortName, description: words.description, address: words.address, phone: words.phone }}>
          <input type="hidden" name="version" value={organization.version} />
          <TextField name="name" label={words.name} defaultValue={organization.name} maxLength={120} />
          <TextField name="shortName" label={words.shortName} hint={words.shortNameHint} defaultValue={organization.shortName} maxLength={40} width={16} />
          <TextArea name="description" label={words.description} hint={words.descriptionHint} defaultValue={organization.description} maxLength={2000} optional />
          <TextField name="address" label={words.address} defaultValue={organization.address} maxLength={200} optional />
          <TextField name="phone" label={words.phone} type="tel" defaultValue={organization.phone} maxLength={60} width={16} optional />
          <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
    </>
  );
}
