import { KeyRound } from "lucide-react";
import { useRef } from "react";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink, Card, Chip, ConfirmForm, fill, FormActions, Notice, Stack, SubmitButton, TextField } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";
import type { TotpOffer } from "../../service/factors/begin-totp.ts";
import type { Factors } from "../../service/factors/list-factors.ts";
import { FormFrame, FormNote } from "./form-frame.tsx";
import { usePasskey, usePasskeySupport } from "./use-passkey.ts";

/** The authenticator app: in use, or to be scanned and confirmed. */
export function AppCard({ since, offer, result, today }: { since: string | null; offer: TotpOffer | null; result: unknown; today: string }) {
  const t = useText(identityText);
  const language = useLanguage();
  if (!offer || since) {
    return (
      <Card title={t.factors.totpTitle}>
        <Stack>
          <p><Chip tone="ok">{fill(t.factors.totpSince, { at: since ? formatInstant(since, language, today) : "" })}</Chip></p>
          <ConfirmForm trigger={t.factors.removeTotp} question={t.factors.removeQuestion} confirm={t.factors.remove} values={{ intent: "remove", kind: "totp" }} />
          <FormNote intent="remove" result={result} />
        </Stack>
      </Card>
    );
  }
  return (
    <Card title={t.factors.totpTitle}>
      <Stack>
        <p>{t.factors.totpSteps}</p>
        <div role="img" aria-label={t.factors.qr} style={{ width: "13rem", maxWidth: "100%", background: "#fff", borderRadius: "8px" }} dangerouslySetInnerHTML={{ __html: offer.qrSvg }} />
        <div><p className="small soft">{t.factors.secret}</p><p><code style={{ fontSize: "1.1em", overflowWrap: "anywhere" }}>{offer.secret}</code></p></div>
        <FormFrame intent="totp" result={result}>
          <TextField name="code" label={t.factors.code} inputMode="numeric" autoComplete="one-time-code" width={8} />
          <FormActions><SubmitButton>{t.factors.confirm}</SubmitButton></FormActions>
        </FormFrame>
      </Stack>
    </Card>
  );
}

/** Passkeys held, and adding one. */
export function PasskeysCard({ passkeys, result, today }: { passkeys: Factors["passkeys"]; result: unknown; today: string }) {
  const t = useText(identityText);
  const language = useLanguage();
  return (
    <Card title={t.factors.passkeysTitle}>
      <Stack>
        <p className="soft">{t.factors.passkeysLead}</p>
        <ul className="stack">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="stack tight">
              <div>
                <b>{passkey.name}</b>
                <p className="small soft">{t.factors.added} {formatInstant(passkey.createdAt, language, today)}</p>
                <p className="small soft">{passkey.lastUsedAt ? `${t.factors.used} ${formatInstant(passkey.lastUsedAt, language, today)}` : t.factors.never}</p>
              </div>
              <ConfirmForm trigger={<>{t.factors.remove}<span className="sr-only"> {passkey.name}</span></>} question={t.factors.removeQuestion} confirm={t.factors.remove}
                values={{ intent: "remove", kind: "passkey", id: passkey.id }} />
            </li>
          ))}
          {passkeys.length === 0 ? <li className="soft">{t.factors.none}</li> : null}
        </ul>
        <FormFrame intent="passkey" result={result}><AddPasskey /></FormFrame>
      </Stack>
    </Card>
  );
}

function AddPasskey() {
  const t = useText(identityText);
  const support = usePasskeySupport();
  const { run, state } = usePasskey("add", "/account/passkey-options");
  const field = useRef<HTMLDivElement>(null);
  if (support === "no") return <p className="soft">{t.factors.passkeyUnsupported}</p>;
  const add = () => {
    const input = field.current?.querySelector("input");
    const name = input?.value.trim();
    if (name) run({ name });
    else input?.focus();
  };
  return (
    <>
      <div ref={field}><TextField name="name" label={t.factors.passkeyName} hint={t.factors.passkeyNameHint} maxLength={80} width={16} autoComplete="off" /></div>
      <FormActions>
        <Button icon={<KeyRound className="icon" aria-hidden="true" />} disabled={support !== "yes" || state === "asking"} onClick={add}>{t.factors.addPasskey}</Button>
        <span role="status">{state === "failed" ? t.refusals["identity.passkey_refused"] : ""}</span>
      </FormActions>
      <noscript><p className="small soft">{t.enter.noScript}</p></noscript>
    </>
  );
}

/** How many recovery codes are left, and making new ones. */
export function CodesCard({ left, held, result }: { left: number; held: boolean; result: unknown }) {
  const t = useText(identityText);
  if (!held) return null;
  return (
    <Card title={t.factors.codesTitle}>
      <Stack>
        <p className="soft">{t.factors.codesLead}</p>
        <p><Chip tone={left > 3 ? "ok" : "due"}>{fill(t.factors.codesLeft, { left })}</Chip></p>
        <ConfirmForm trigger={t.factors.renew} question={t.factors.renewQuestion} confirm={t.factors.renew} tone="primary" values={{ intent: "renew" }} />
        <FormNote intent="renew" result={result} />
      </Stack>
    </Card>
  );
}

/** Recovery codes, this once. */
export function NewCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const t = useText(identityText);
  return (
    <Card title={t.factors.codesNewTitle}>
      <Stack>
        <Notice tone="due"><p>{t.factors.codesNew}</p></Notice>
        <ol style={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(11rem, 1fr))", gap: ".5rem 1.5rem", fontSize: "1.15em" }}>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
        <p><ButtonLink tone="primary" to={next}>{t.factors.codesDone}</ButtonLink></p>
      </Stack>
    </Card>
  );
}
