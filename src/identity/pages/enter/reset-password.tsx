import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, EmptyState, fill, FormActions, PageHeader, SubmitButton, TextField } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { findPasswordLink, resetPassword } from "../../service/accounts/reset-password.ts";
import { FormFrame } from "../parts/form-frame.tsx";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { link: await findPasswordLink(webOf(context).installation, params.token ?? "") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submitSecret(request, web.lang, async ({ read }) => {
    const { password } = read(z.object({ password: z.string().max(1000) }));
    await resetPassword(web.installation, params.token ?? "", password);
    return redirect("/sign-in?said=reset");
  });
}

export const handle = { public: true };

export default function ResetPassword() {
  const { link } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  if (!link) {
    return (
      <>
        <title>{t.invite.spentTitle}</title>
        <PageHeader title={t.invite.spentTitle} />
        <EmptyState title={t.refusals["identity.link_spent"]!} action={<ButtonLink to="/sign-in">{t.enter.submit}</ButtonLink>} />
      </>
    );
  }
  return (
    <>
      <title>{t.reset.title}</title>
      <PageHeader title={t.reset.title} lead={fill(t.reset.lead, link)} />
      <Card>
        <FormFrame result={result}>
          <input type="hidden" name="username" autoComplete="username" value={link.login} readOnly />
          <TextField name="password" label={t.reset.password} hint={t.passwordHint} type="password" autoComplete="new-password" />
          <FormActions><SubmitButton>{t.reset.submit}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
    </>
  );
}
