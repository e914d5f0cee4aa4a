import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, FormActions, Notice, PageHeader, Stack, SubmitButton, TextField } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { nextAddress } from "../../model/next-address.ts";
import { hasOrganization } from "../../service/installation/has-organization.ts";
import { readOidcSettings } from "../../service/oidc/oidc-provider.ts";
import { enterDemo } from "../../service/sessions/enter-demo.ts";
import { findVisitor } from "../../service/sessions/find-visitor.ts";
import { listDemoPeople } from "../../service/sessions/list-demo-people.ts";
import { signIn } from "../../service/sessions/sign-in.ts";
import { finishPasskeySignIn } from "../../service/sessions/sign-in-with-passkey.ts";
import { enter, passkeysOnlyAt, secondStep } from "../parts/cookies.ts";
import { DemoPeople } from "../parts/demo-people.tsx";
import { FormFrame } from "../parts/form-frame.tsx";
import { readPasskeyAnswer } from "../parts/passkey-answer.ts";
import { PasskeyButton } from "../parts/passkey-button.tsx";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const web = webOf(context);
  const params = new URL(request.url).searchParams;
  const next = nextAddress(params.get("next"));
  if (!(await hasOrganization(web.installation.db))) return redirect("/set-up");
  const visitor = await findVisitor(web.installation, web.sessionToken);
  if (visitor) return redirect(visitor.wantsSecondFactor && !visitor.strong ? secondStep(visitor.hasFactor, next) : next);
  return {
    next, people: await listDemoPeople(web.installation), oidc: readOidcSettings()?.label ?? null, said: params.get("said"),
    passkeyAt: passkeysOnlyAt(request, web.installation),
  };
}

const Entry = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("demo"), accountId: z.uuid() }),
  z.object({ intent: z.literal("password"), login: z.string().max(120), password: z.string().max(1000) }),
  z.object({ intent: z.literal("passkey"), response: z.string().max(20_000) }),
]);

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  const agent = request.headers.get("user-agent") ?? "";
  return submitSecret(request, web.lang, async ({ read, data }) => {
    const entry = read(Entry);
    const next = nextAddress(data.get("next"));
    if (entry.intent === "demo") return enter(web, await enterDemo(web.installation, entry.accountId, agent), next);
    if (entry.intent === "passkey") return enter(web, await finishPasskeySignIn(web.installation, readPasskeyAnswer(entry.response), agent), next);
    return enter(web, await signIn(web.installation, { ...entry, address: web.clientAddress, agent }), next);
  });
}

export default function SignIn() {
  const { next, people, oidc, said, passkeyAt } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const spoken = said === "out" ? t.enter.signedOut : said === "reset" ? t.enter.resetDone : null;
  return (
    <>
      <title>{t.enter.title}</title>
      <PageHeader title={t.enter.title} />
      {spoken ? <Notice tone="ok"><p role="status">{spoken}</p></Notice> : null}
      {people.length > 0 ? <DemoPeople people={people} next={next} result={result} /> : null}
      <Card {...(people.length > 0 && { title: t.enter.passwordTitle })}>
        <Stack>
          <FormFrame intent="password" result={result}>
            <input type="hidden" name="next" value={next} />
            <TextField name="login" label={t.login} hint={t.loginHint} autoComplete="username" spellCheck={false} />
            <TextField name="password" label={t.password} type="password" autoComplete="current-password" />
            <FormActions><SubmitButton>{t.enter.submit}</SubmitButton></FormActions>
          </FormFrame>
          <p className="small soft">{t.enter.forgot}</p>
          <hr />
          <FormFrame intent="passkey" result={result}><PasskeyButton next={next} onlyAt={passkeyAt} /></FormFrame>
          {oidc ? <p><a className="button" href={`/sign-in/oidc?${new URLSearchParams({ next })}`}>{t.enter.oidc.replace("{label}", oidc)}</a></p> : null}
        </Stack>
      </Card>
    </>
  );
}
