import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useLocation } from "react-router";

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
  useEffect(() => {
    box.current?.removeAttribute("open");
  }, [key]);
  useEffect(() => {
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) box.current?.removeAttribute("open");
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, []);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || !box.current?.open) return;
    box.current.open = false;
    box.current.querySelector("summary")?.focus();
  }
  return (
    <details className="menu" ref={box} onKeyDown={onKeyDown}>
      <summary className={summaryClass} aria-label={label}>{summary}</summary>
      <div className={panelClass}>{children}</div>
    </details>
  );
}
