import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState, type MouseEvent } from "react";
import { Link } from "react-router";
import { useKitText } from "../messages/texts.ts";
import type { Command } from "./palette-search.ts";

const PaletteDialog = lazy(() => import("./palette-dialog.tsx"));

/** Opens the command palette by ⌘K, Ctrl K or `/`. Without script it is a link to `/search`. */
export function PaletteButton({ commands }: { commands: readonly Command[] }) {
  const t = useKitText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!asksForPalette(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    setOpen(true);
  }
  return (
    <>
      <Link className="search" to="/search" onClick={onClick}><Search className="icon" aria-hidden="true" />{t.search}<kbd aria-hidden="true">/</kbd></Link>
      {open ? <Suspense><PaletteDialog commands={commands} onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}

function asksForPalette(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey) return false;
  if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey)) return true;
  const writing = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
  return event.key === "/" && !writing && !event.metaKey && !event.ctrlKey;
}
