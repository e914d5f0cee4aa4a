import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Columns, ConfirmForm, EmptyState, fill, FormActions, PageHeader, Select, Stack, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf } from "#platform/web/form.ts";
import { identityText } from "../../messages/index.ts";
import { homeDay } from "../../model/home-day.ts";
import { CAPABILITIES } from "../../model/role-pack.ts";
import { TOKEN_LIFETIMES_DAYS } from "../../model/token-lifetime.ts";
import { createAccessToken } from "../../service/tokens/create-access-token.ts";
import { listAccessTokens, type OwnAccessToken } from "../../service/tokens/list-access-tokens.ts";
import { revokeAccessToken } from "../../service/tokens/revoke-access-token.ts";
import { AccountTabs } from "../parts/tabs.tsx";
import { CapabilityFields } from "../parts/capability-fields.tsx";
import { FormFrame, FormNote } from "../parts/form-frame.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { tokens: await listAccessTokens(session), capabilities: [...session.actor.capabilities], today: session.today };
}

const Change = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("create"), name: z.string().max(80), scopes: listOf(z.enum(CAPABILITIES)),
    lifetimeDays: z.coerce.number().pipe(z.literal(TOKEN_LIFETIMES_DAYS)),
  }),
  z.object({ intent: z.literal("revoke"), tokenId: z.uuid() }),
]);

export function action({ request, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submitSecret<unknown>(request, webOf(context).lang, async ({ read }) => {
    const { intent, ...change } = read(Change);
    if (intent === "create") return { created: (await createAccessToken(session, change as Parameters<typeof createAccessToken>[1])).token };
    await revokeAccessToken(session, change as { tokenId: string });
    return redirect("/account/tokens");
  });
}

export default function Tokens() {
  const { tokens, capabilities, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const created = typeof result === "object" && result !== null && "created" in result ? String(result.created) : null;
  return (
    <>
      <title>{t.account.tabs.tokens}</title>
      <PageHeader title={t.account.tabs.tokens} lead={t.tokens.lead} />
      <AccountTabs current="tokens" />
      {created ? <Card title={t.tokens.createdTitle}><ShownOnce label={t.account.tabs.tokens} value={created}>{t.tokens.created}</ShownOnce></Card> : null}
      <Columns even>
        <Card title={t.tokens.listTitle}>
          {tokens.length === 0 ? <EmptyState level={3} title={t.tokens.none}>{t.tokens.noneHint}</EmptyState> : (
            <Stack>
              <ul className="stack wide">{tokens.map((token) => <TokenLine key={token.id} token={token} today={today} />)}</ul>
              <FormNote intent="revoke" result={result} />
            </Stack>
          )}
        </Card>
        <Card title={t.tokens.newTitle}>
          <FormFrame key={tokens.length} intent="create" result={result}>
            <TextField name="name" label={t.tokens.nameLabel} hint={t.tokens.nameHint} maxLength={80} />
            <CapabilityFields level={3} name="scopes" label={t.tokens.scopes} among={capabilities} />
            <Select name="lifetimeDays" label={t.tokens.lifetime} defaultValue="90" empty={null}
              options={TOKEN_LIFETIMES_DAYS.map((days) => ({ value: String(days), label: fill(t.tokens.days, { days }) }))} />
            <FormActions><SubmitButton>{t.tokens.create}</SubmitButton></FormActions>
          </FormFrame>
        </Card>
      </Columns>
    </>
  );
}

function TokenLine({ token, today }: { token: OwnAccessToken; today: string }) {
  const t = useText(identityText);
  const language = useLanguage();
  return (
    <li className="stack tight">
      <b>{token.name}</b>
      <p className="cluster">{token.scopes.map((scope) => <Chip key={scope}>{t.capabilities[scope as keyof typeof t.capabilities] ?? scope}</Chip>)}</p>
      <p className="small soft">
        {t.tokens.expires} {formatDayOnly(homeDay(token.expiresAt), language, today)} · {token.lastUsedAt ? `${t.tokens.used} ${formatInstant(token.lastUsedAt, language, today)}` : t.factors.never}
      </p>
      <ConfirmForm trigger={<>{t.tokens.revoke}<span className="sr-only"> {token.name}</span></>} question={t.tokens.revokeQuestion} confirm={t.tokens.revoke} values={{ intent: "revoke", tokenId: token.id }} />
    </li>
  );
}
