import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, Columns, FormActions, ModeSwitches, Notice, PageHeader, Stack, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { changePassword } from "../../service/accounts/change-password.ts";
import { readOwnAccount } from "../../service/accounts/read-own-account.ts";
import { renameAccount } from "../../service/accounts/rename-account.ts";
import { readOidcSettings } from "../../service/oidc/oidc-provider.ts";
import { requireVisitor } from "../../service/sessions/find-visitor.ts";
import { listSessions } from "../../service/sessions/list-sessions.ts";
import { revokeSession } from "../../service/sessions/revoke-session.ts";
import { AccountTabs } from "../parts/tabs.tsx";
import { FormFrame } from "../parts/form-frame.tsx";
import { OwnSessions } from "../parts/own-sessions.tsx";
import { SingleSignOn } from "../parts/single-sign-on.tsx";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { installation, sessionToken, preferences } = webOf(context);
  const visitor = await requireVisitor(installation, sessionToken);
  const [account, sessions] = await Promise.all([readOwnAccount(installation, visitor), listSessions(installation, visitor)]);
  const said = new URL(request.url).searchParams.get("said");
  return { account, sessions, preferences, today: sessionOf(context).today, said, oidc: readOidcSettings()?.label ?? null };
}

const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("name"), name: z.string().max(80), version: z.coerce.number().int() }),
  z.object({ intent: z.literal("password"), current: z.string().max(1000).optional(), password: z.string().max(1000) }),
  z.object({ intent: z.literal("revoke"), id: z.union([z.uuid(), z.literal("others")]) }),
]);

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  return submitSecret(request, web.lang, async ({ read }) => {
    const change = read(Change);
    if (change.intent === "name") await renameAccount(sessionOf(context), { name: change.name, version: change.version });
    if (change.intent === "password") {
      await changePassword(web.installation, web.sessionToken, { current: change.current ?? "", password: change.password, address: web.clientAddress });
    }
    if (change.intent === "revoke") {
      const visitor = await requireVisitor(web.installation, web.sessionToken);
      await revokeSession(web.installation, visitor, change.id === "others" ? "others" : { id: change.id });
    }
    return redirect(`/account?said=${change.intent}`);
  });
}

export default function Account() {
  const { account, sessions, preferences, today, said, oidc } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const spoken = said === "password" ? t.account.changed : said === "revoke" ? t.account.revoked : said === "name" ? t.done : null;
  return (
    <>
      <title>{t.account.title}</title>
      <PageHeader title={t.account.title} lead={account.login} avatar={account.name} />
      <AccountTabs current="account" />
      {spoken ? <Notice tone="ok"><p role="status">{spoken}</p></Notice> : null}
      <Columns even>
        <Stack>
          <Card title={t.account.nameTitle}>
            <FormFrame key={account.version} intent="name" result={result} labels={{ name: t.name }}>
              <input type="hidden" name="version" value={account.version} />
              <TextField name="name" label={t.name} hint={t.account.nameHint} defaultValue={account.name} autoComplete="name" maxLength={80} width={16} />
              <FormActions><SubmitButton tone="plain">{t.save}</SubmitButton></FormActions>
            </FormFrame>
          </Card>
          <Card title={t.account.passwordTitle}>
            <FormFrame intent="password" result={result}>
              <input type="hidden" name="username" autoComplete="username" value={account.login} readOnly />
              {account.hasPassword ? <TextField name="current" label={t.account.current} type="password" autoComplete="current-password" /> : null}
              <TextField name="password" label={t.account.next} hint={t.passwordHint} type="password" autoComplete="new-password" />
              <FormActions><SubmitButton tone="plain">{t.account.change}</SubmitButton></FormActions>
            </FormFrame>
          </Card>
          <SingleSignOn joined={account.oidc} label={oidc} today={today} />
        </Stack>
        <Stack>
          <Card title={t.account.looksTitle}>
            <Stack><p className="soft">{t.account.looksLead}</p><ModeSwitches preferences={preferences} /></Stack>
          </Card>
          <OwnSessions sessions={sessions} result={result} today={today} />
        </Stack>
      </Columns>
    </>
  );
}
