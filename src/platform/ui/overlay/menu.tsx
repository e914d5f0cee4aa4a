import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { useLocation } from "react-router";
import { answersTo } from "../../../kernel/shortcut.ts";
import { HOUSE_KEYS } from "../../keyboard/house-keys.ts";

export interface MenuProps {
  summary: ReactNode;
  /** Name of the button when its content is only an icon. */
  label?: string;
  summaryClass: string;
  panelClass: string;
  children: ReactNode;
}

/** A native details that opens without script; with script it also closes by Escape, by a click elsewhere and after going somewhere. */
export function Menu({ summary, label, summaryClass, panelClass, children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  const openedAt = useRef(key);
  useEffect(() => {
    if (openedAt.current !== key) box.current?.removeAttribute("open");
    openedAt.current = key;
  }, [key]);
  useEffect(() => closeFromOutside(box), []);
  return (
    <details className="menu" ref={box}>
      <summary className={summaryClass} aria-label={label}>{summary}</summary>
      <div className={panelClass}>{children}</div>
    </details>
  );
}

function closeFromOutside(box: RefObject<HTMLDetailsElement | null>): () => void {
  const outside = (event: Event) => {
    if (event.target instanceof Node && !box.current?.contains(event.target)) box.current?.removeAttribute("open");
  };
  const escape = (event: KeyboardEvent) => {
    const menu = box.current;
    if (!answersTo(event, HOUSE_KEYS.close) || !menu?.open || !menu.contains(document.activeElement)) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  };
  document.addEventListener("pointerdown", outside);
  document.addEventListener("focusin", outside);
  document.addEventListener("keydown", escape);
  return () => {
    document.removeEventListener("pointerdown", outside);
    document.removeEventListener("focusin", outside);
    document.removeEventListener("keydown", escape);
  };
}
