import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, EmptyState, FormActions, PageHeader, SubmitButton, TextField } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { hasOrganization } from "../../service/installation/has-organization.ts";
import { setUpInstallation } from "../../service/installation/set-up-installation.ts";
import { enter } from "../parts/cookies.ts";
import { FormFrame } from "../parts/form-frame.tsx";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { done: await hasOrganization(webOf(context).installation.db) };
}

const SetUpForm = z.object({
  setupCode: z.string().max(60), organization: z.string().max(120), slug: z.string().max(60).toLowerCase(), login: z.string().max(120), name: z.string().max(80),
  password: z.string().max(1000),
});

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submitSecret(request, web.lang, async ({ read }) => {
    const { setupCode, organization, slug, login, name, password } = read(SetUpForm);
    const started = await setUpInstallation(web.installation, {
      code: setupCode, organization: { name: organization, slug }, admin: { login, name, password },
      address: web.clientAddress, agent: request.headers.get("user-agent") ?? "",
    });
    return enter(web, started, "/");
  });
}

export default function SetUp() {
  const { done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  if (done) {
    return (
      <>
        <title>{t.setUp.title}</title>
        <PageHeader title={t.setUp.title} />
        <EmptyState title={t.setUp.doneTitle} action={<ButtonLink tone="primary" to="/sign-in">{t.enter.submit}</ButtonLink>}>{t.setUp.done}</EmptyState>
      </>
    );
  }
  return (
    <>
      <title>{t.setUp.title}</title>
      <PageHeader title={t.setUp.title} lead={t.setUp.lead} />
      <Card>
        <FormFrame result={result}>
          <TextField name="setupCode" label={t.setUp.code} hint={t.setUp.codeHint} autoComplete="off" spellCheck={false} width={16} />
          <h2>{t.setUp.organizationTitle}</h2>
          <TextField name="organization" label={t.setUp.organization} autoComplete="organization" maxLength={120} />
          <TextField name="slug" label={t.setUp.slug} hint={t.setUp.slugHint} autoComplete="off" spellCheck={false} maxLength={60} width={16} />
          <h2>{t.setUp.adminTitle}</h2>
          <TextField name="name" label={t.name} autoComplete="name" maxLength={80} width={16} />
          <TextField name="login" label={t.login} hint={t.loginHint} autoComplete="username" spellCheck={false} />
          <TextField name="password" label={t.password} hint={t.passwordHint} type="password" autoComplete="new-password" />
          <FormActions><SubmitButton>{t.setUp.submit}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
    </>
  );
}
