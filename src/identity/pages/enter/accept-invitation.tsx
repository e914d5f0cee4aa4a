import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, EmptyState, fill, FormActions, PageHeader, SubmitButton, TextField } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { findVisitor } from "../../service/sessions/find-visitor.ts";
import { acceptInvitation, type Accepting } from "../../service/team/accept-invitation.ts";
import { findInvitation } from "../../service/team/find-invitation.ts";
import { enter } from "../parts/cookies.ts";
import { FormFrame } from "../parts/form-frame.tsx";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { installation, sessionToken } = webOf(context);
  const visitor = await findVisitor(installation, sessionToken);
  return { offer: await findInvitation(installation, params.token ?? ""), signedInAs: visitor?.name ?? null };
}

const Acceptance = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("signed_in") }),
  z.object({ intent: z.literal("known"), login: z.string().max(120), password: z.string().max(1000) }),
  z.object({ intent: z.literal("new"), login: z.string().max(120), name: z.string().max(80), password: z.string().max(1000) }),
]);

export function action({ request, params, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submitSecret(request, web.lang, async ({ read }) => {
    const { intent, ...typed } = read(Acceptance);
    const visitor = intent === "signed_in" ? await findVisitor(web.installation, web.sessionToken) : null;
    if (intent === "signed_in" && !visitor) throw redirect(`/sign-in?${new URLSearchParams({ next: `/invite/${params.token}` })}`);
    if (visitor?.hasFactor && !visitor.strong) throw new Refusal("forbidden", "access.second_factor");
    const accepting = (visitor ? { as: "signed_in", visitor } : { as: intent, ...typed }) as Accepting;
    const started = await acceptInvitation(web.installation, params.token ?? "", accepting, {
      address: web.clientAddress, agent: request.headers.get("user-agent") ?? "",
    });
    return enter(web, started, "/");
  });
}

export const handle = { public: true };

export default function AcceptInvitation() {
  const { offer, signedInAs } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const language = useLanguage();
  if (!offer) {
    return (
      <>
        <title>{t.invite.spentTitle}</title>
        <PageHeader title={t.invite.spentTitle} />
        <EmptyState title={t.refusals["identity.invitation_spent"]!} action={<ButtonLink to="/sign-in">{t.enter.submit}</ButtonLink>} />
      </>
    );
  }
  const title = fill(t.invite.title, { organization: offer.organization });
  const role = language === "zh" ? offer.roleNameZh : offer.roleNameEn;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} lead={fill(t.invite.lead, { by: offer.invitedBy, role })} />
      {signedInAs ? (
        <Card title={fill(t.invite.asSignedIn, { name: signedInAs })}>
          <FormFrame intent="signed_in" result={result}>
            <FormActions><SubmitButton>{fill(t.invite.acceptAs, { name: signedInAs })}</SubmitButton></FormActions>
          </FormFrame>
        </Card>
      ) : null}
      <Card title={t.invite.newTitle}>
        <FormFrame intent="new" result={result}>
          <TextField name="name" label={t.name} autoComplete="name" defaultValue={offer.name} maxLength={80} width={16} />
          <TextField name="login" label={t.login} hint={t.loginHint} autoComplete="username" spellCheck={false} />
          <TextField name="password" label={t.password} hint={t.passwordHint} type="password" autoComplete="new-password" />
          <FormActions><SubmitButton>{t.invite.newSubmit}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
      <KnownAccount result={result} />
    </>
  );
}

/** Folded away: two forms with the same fields beside each other would puzzle. */
function KnownAccount({ result }: { result: unknown }) {
  const t = useText(identityText);
  const open = typeof result === "object" && result !== null && "values" in result && (result.values as Record<string, unknown>).intent === "known";
  return (
    <details className="confirm" open={open || undefined}>
      <summary className="button">{t.invite.knownTitle}</summary>
      <div className="confirm-body">
        <FormFrame intent="known" result={result}>
          <TextField name="login" label={t.login} autoComplete="username" spellCheck={false} />
          <TextField name="password" label={t.password} type="password" autoComplete="current-password" />
          <FormActions><SubmitButton>{t.invite.knownSubmit}</SubmitButton></FormActions>
        </FormFrame>
      </div>
    </details>
  );
}
