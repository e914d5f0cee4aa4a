import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, FormActions, PageHeader, SubmitButton, TextField } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { nextAddress } from "../../model/next-address.ts";
import { listFactors } from "../../service/factors/list-factors.ts";
import { showSecondFactor } from "../../service/factors/show-second-factor.ts";
import { findVisitor } from "../../service/sessions/find-visitor.ts";
import { enter, passkeysOnlyAt, secondStep } from "../parts/cookies.ts";
import { FormFrame } from "../parts/form-frame.tsx";
import { PasskeyButton } from "../parts/passkey-button.tsx";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const web = webOf(context);
  const next = nextAddress(new URL(request.url).searchParams.get("next"));
  const visitor = await findVisitor(web.installation, web.sessionToken);
  if (!visitor) return redirect(`/sign-in?${new URLSearchParams({ next })}`);
  if (visitor.strong) return redirect(next);
  if (!visitor.hasFactor) return redirect(secondStep(false, next));
  return { next, name: visitor.name, passkeyAt: passkeysOnlyAt(request, web.installation), ...(await listFactors(web.installation, visitor)) };
}

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submitSecret(request, web.lang, async ({ read, data }) => {
    const { code } = read(z.object({ code: z.string().max(60) }));
    const started = await showSecondFactor(web.installation, web.sessionToken, { code, address: web.clientAddress });
    return enter(web, started, nextAddress(data.get("next")));
  });
}

export default function SecondFactor() {
  const { next, name, totpSince, passkeys, passkeyAt } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  return (
    <>
      <title>{t.second.title}</title>
      <PageHeader title={t.second.title} eyebrow={name} lead={totpSince ? t.second.lead : t.second.leadPasskey} />
      {passkeys.length > 0 ? <Card><PasskeyButton next={next} onlyAt={passkeyAt} /></Card> : null}
      <Card>
        <FormFrame result={result}>
          <input type="hidden" name="next" value={next} />
          <TextField name="code" label={totpSince ? t.second.code : t.second.recoveryCode} hint={totpSince ? t.second.codeHint : undefined} autoComplete="one-time-code" spellCheck={false} width={16} />
          <FormActions><SubmitButton>{t.second.submit}</SubmitButton></FormActions>
        </FormFrame>
      </Card>
      <Form method="post" action="/sign-out"><SubmitButton tone="quiet">{t.second.other}</SubmitButton></Form>
    </>
  );
}
