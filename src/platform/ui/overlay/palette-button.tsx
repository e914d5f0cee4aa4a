import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState, type MouseEvent } from "react";
import { Link } from "react-router";
import { answersTo, keySign } from "../../../kernel/shortcut.ts";
import { HOUSE_KEYS, isWriting } from "../../keyboard/house-keys.ts";
import { useKitText } from "../messages/texts.ts";
import type { Command } from "./palette-search.ts";

const PaletteDialog = lazy(() => import("./palette-dialog.tsx"));

/** Opens the command palette by ⌘K, Ctrl K or `/`. Without script it is a link to `/search`. */
export function PaletteButton({ commands }: { commands: readonly Command[] }) {
  const t = useKitText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!answersTo(event, HOUSE_KEYS.search) || (isWriting(event.target) && !event.metaKey && !event.ctrlKey)) return;
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
      <Link className="search" to="/search" onClick={onClick}><Search className="icon" aria-hidden="true" />{t.search}<kbd aria-hidden="true">{keySign(HOUSE_KEYS.search.keys[0])}</kbd></Link>
      {open ? <Suspense><PaletteDialog commands={commands} onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
