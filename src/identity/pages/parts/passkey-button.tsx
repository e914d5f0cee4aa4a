import { KeyRound } from "lucide-react";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, fill, FormActions } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";
import { usePasskey, usePasskeySupport } from "./use-passkey.ts";

export interface PasskeyButtonProps {
  next: string;
  /** Passkeys belong to one address: set when this page is seen at another. */
  onlyAt: string | null;
}

/** Signs in with a passkey, where the browser can. */
export function PasskeyButton({ next, onlyAt }: PasskeyButtonProps) {
  const t = useText(identityText);
  const support = usePasskeySupport();
  const { run, state } = usePasskey("sign-in", "/sign-in/passkey", "/sign-in");
  if (support === "no") return null;
  if (onlyAt) return <p className="small soft">{fill(t.enter.wrongAddress, { origin: onlyAt })}</p>;
  return (
    <>
      <FormActions>
        <Button icon={<KeyRound className="icon" aria-hidden="true" />} disabled={support !== "yes" || state === "asking"} onClick={() => run({ next })}>{t.enter.passkey}</Button>
        <span role="status">{state === "failed" ? t.enter.passkeyFailed : ""}</span>
      </FormActions>
      <noscript><p className="small soft">{t.enter.noScript}</p></noscript>
    </>
  );
}
