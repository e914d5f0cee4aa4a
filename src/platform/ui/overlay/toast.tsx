import { X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useKitText } from "../messages/texts.ts";
import { classes, type Tone } from "../show/tone.ts";
import { toneIcon } from "../show/tone-icon.tsx";

export interface ToastProps {
  tone?: Exclude<Tone, "plain">;
  children: ReactNode;
}

/** What just happened, told once after it did. Stays until it is put away: nobody is hurried. Give it a `key` for each message. */
export function Toast({ tone = "ok", children }: ToastProps) {
  const t = useKitText();
  const [shown, setShown] = useState(true);
  return (
    <div className="toasts" role="status">
      {shown ? (
        <div className={classes("toast", tone)}>
          {toneIcon(tone)}
          <span>{children}</span>
          <button type="button" className="tool" aria-label={t.dismiss} onClick={() => setShown(false)}><X className="icon" aria-hidden="true" /></button>
        </div>
      ) : null}
    </div>
  );
}
