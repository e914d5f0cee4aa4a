import { X } from "lucide-react";
import { useId, useRef, type MouseEvent, type ReactNode } from "react";
import { Link } from "react-router";
import { useKitText } from "../messages/texts.ts";

/** A press beside the dialog closes it, where the browser knows how. */
const CLOSES: object = { closedby: "any" };

export interface DialogProps {
  /** The words on what opens it. */
  trigger: ReactNode;
  /** A page with the same content, opened when there is no script. */
  to: string;
  title: ReactNode;
  tone?: "plain" | "primary" | "quiet" | "danger";
  children: ReactNode;
}

/** Something small to do without leaving the page. The browser's own dialog keeps the focus in and Escape out. */
export function Dialog({ trigger, to, title, tone = "plain", children }: DialogProps) {
  const t = useKitText();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || !box.current) return;
    event.preventDefault();
    box.current.showModal();
  }
  return (
    <>
      <Link to={to} className={`button ${tone}`} onClick={open} aria-haspopup="dialog">{trigger}</Link>
      <dialog className="dialog" ref={box} aria-labelledby={id} {...CLOSES}>
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="tool" aria-label={t.close} onClick={() => box.current?.close()}><X className="icon" aria-hidden="true" /></button>
        </div>
        <div className="dialog-body">{children}</div>
      </dialog>
    </>
  );
}
