import { data, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { dayIn } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { Columns, Notice, PageHeader, Stack } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { identityText } from "../../messages/index.ts";
import { nextAddress } from "../../model/next-address.ts";
import { finishPasskey } from "../../service/factors/add-passkey.ts";
import { beginTotp } from "../../service/factors/begin-totp.ts";
import { confirmTotp } from "../../service/factors/confirm-totp.ts";
import { listFactors } from "../../service/factors/list-factors.ts";
import { removeFactor } from "../../service/factors/remove-factor.ts";
import { renewRecoveryCodes } from "../../service/factors/renew-recovery-codes.ts";
import { requireOwner } from "../../service/sessions/find-visitor.ts";
import type { StartedSession } from "../../service/sessions/start-session.ts";
import { AccountTabs } from "../parts/tabs.tsx";
import { sessionCookie } from "../parts/cookies.ts";
import { AppCard, CodesCard, NewCodes, PasskeysCard } from "../parts/factor-cards.tsx";
import { readPasskeyAnswer } from "../parts/passkey-answer.ts";
import { renewToken, tokenOf } from "../parts/session-token.ts";
import { submitSecret } from "../parts/submit-secret.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { installation } = webOf(context);
  const token = tokenOf(context);
  const visitor = await requireOwner(installation, token);
  const factors = await listFactors(installation, visitor);
  return {
    factors, offer: factors.totpSince ? null : await beginTotp(installation, token), pending: visitor.wantsSecondFactor && !visitor.strong,
    next: nextAddress(new URL(request.url).searchParams.get("next")), today: dayIn(installation.now(), visitor.timeZone),
  };
}

const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("totp"), code: z.string().max(20) }),
  z.object({ intent: z.literal("passkey"), response: z.string().max(20_000), name: z.string().max(80) }),
  z.object({ intent: z.literal("remove"), kind: z.enum(["totp", "passkey"]), id: z.string().max(2000).optional() }),
  z.object({ intent: z.literal("renew") }),
]);

export function action({ request, context }: ActionFunctionArgs) {
  const web = webOf(context);
  const { installation } = web;
  const token = tokenOf(context);
  /** New codes stay on this page, this once; otherwise the way goes on. */
  const shown = (codes: string[] | null, session: StartedSession, goOn: string) => {
    renewToken(context, session.token);
    const headers = { "set-cookie": sessionCookie(installation, session) };
    return codes ? data({ codes }, { headers }) : redirect(goOn, { headers });
  };
  return submitSecret<unknown>(request, web.lang, async ({ read }) => {
    const change = read(Change);
    if (change.intent === "totp") {
      const { recoveryCodes, session } = await confirmTotp(installation, token, { code: change.code, address: web.clientAddress });
      return shown(recoveryCodes, session, "/account/second-factor");
    }
    if (change.intent === "passkey") {
      const { recoveryCodes, session } = await finishPasskey(installation, token, { response: readPasskeyAnswer(change.response), name: change.name });
      return shown(recoveryCodes, session, "/account/second-factor");
    }
    if (change.intent === "renew") return { codes: await renewRecoveryCodes(installation, token) };
    if (change.kind === "passkey" && !change.id) throw new Refusal("not_found", "identity.no_second_factor");
    await removeFactor(installation, token, change.kind === "totp" ? { kind: "totp" } : { kind: "passkey", id: change.id! });
    return redirect("/account/second-factor");
  });
}

export default function SecondFactorSettings() {
  const { factors, offer, pending, next, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(identityText);
  const codes = typeof result === "object" && result !== null && "codes" in result ? (result.codes as string[]) : null;
  return (
    <>
      <title>{t.account.tabs.second}</title>
      <PageHeader title={t.account.tabs.second} lead={t.factors.lead} />
      {pending && !codes ? <Notice tone="due"><p>{t.factors.mustSetUp}</p></Notice> : null}
      {pending || codes ? null : <AccountTabs current="second" />}
      {codes ? <NewCodes codes={codes} next={next} /> : (
        <Columns even>
          <AppCard since={factors.totpSince} offer={offer} result={result} today={today} />
          <Stack>
            <PasskeysCard passkeys={factors.passkeys} result={result} today={today} />
            {pending ? null : <CodesCard left={factors.recoveryCodesLeft} held={factors.totpSince !== null || factors.passkeys.length > 0} result={result} />}
          </Stack>
        </Columns>
      )}
    </>
  );
}
