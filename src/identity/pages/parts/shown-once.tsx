import { Check, Copy } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { Button, Notice, TextField } from "#platform/ui/index.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { identityText } from "../../messages/index.ts";

export interface ShownOnceProps {
  label: string;
  value: string;
  /** Why it must be noted now. */
  children: string;
}

/** A secret that is on the screen this once: a link, a token. */
export function ShownOnce({ label, value, children }: ShownOnceProps) {
  return (
    <div className="stack">
      <Notice tone="due"><p>{children}</p></Notice>
      <TextField name="shown-once" label={label} readOnly defaultValue={value} spellCheck={false} />
      <CopyButton value={value} />
    </div>
  );
}

/** Copies a text, where the browser lets it. */
function CopyButton({ value }: { value: string }) {
  const t = useText(identityText);
  const able = useSyncExternalStore(never, () => "clipboard" in navigator, () => false);
  const [refused, setRefused] = useState(false);
  const [copied, setCopied] = useState(false);
  if (!able || refused) return null;
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true), () => setRefused(true));
  const icon = copied ? <Check className="icon" aria-hidden="true" /> : <Copy className="icon" aria-hidden="true" />;
  return <div className="form-acts"><Button onClick={copy} icon={icon}>{copied ? t.copied : t.copy}</Button><span className="sr-only" role="status">{copied ? t.copied : ""}</span></div>;
}

/** What a browser can do does not change while the page is open. */
const never = () => () => {};
