import { useEffect, useState } from "react";
import { useSubmit } from "react-router";

/** Whether this browser can use passkeys: known only once the page has woken. */
export function usePasskeySupport(): "unknown" | "yes" | "no" {
  const [support, setSupport] = useState<"unknown" | "yes" | "no">("unknown");
  useEffect(() => {
    void import("@simplewebauthn/browser").then(({ browserSupportsWebAuthn }) => setSupport(browserSupportsWebAuthn() ? "yes" : "no"));
  }, []);
  return support;
}

export interface PasskeyExchange {
  readonly run: (fields?: Record<string, string>) => void;
  readonly state: "idle" | "asking" | "failed";
}

/** Lets the device answer with a passkey (a known one, or a new one) and posts its answer to this page or another. */
export function usePasskey(kind: "sign-in" | "add", optionsFrom: string, postTo?: string): PasskeyExchange {
  const submit = useSubmit();
  const [state, setState] = useState<PasskeyExchange["state"]>("idle");
  async function exchange(fields: Record<string, string>) {
    setState("asking");
    try {
      const asked = await fetch(optionsFrom, { method: "POST" });
      if (!asked.ok) throw new Error(`options ${asked.status}`);
      const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
      const optionsJSON = await asked.json();
      const response = kind === "sign-in" ? await startAuthentication({ optionsJSON }) : await startRegistration({ optionsJSON });
      setState("idle");
      await submit({ ...fields, intent: "passkey", response: JSON.stringify(response) }, { method: "post", ...(postTo && { action: postTo }) });
    } catch {
      setState("failed"); // cancelled, timed out, or no passkey on this device: the page says what else to do
    }
  }
  return { state, run: (fields = {}) => void exchange(fields) };
}
