import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { Link, useFetcher } from "react-router";
import { answersTo } from "../../../kernel/shortcut.ts";
import { HOUSE_KEYS, isWriting } from "../../keyboard/house-keys.ts";
import type { loader } from "../../keyboard/pages/list-keys.tsx";
import { useKitText } from "../messages/texts.ts";
import { KeyList } from "./key-list.tsx";

/** Lays the list of keys over the page after `?`, so that nothing half filled in is lost; what it shows is the page of keys. */
export function KeysHelp() {
  const t = useKitText();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const { data, load } = useFetcher<typeof loader>();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!answersTo(event, HOUSE_KEYS.help) || isWriting(event.target) || box.current?.open) return;
      event.preventDefault();
      void load("/keyboard");
      box.current?.showModal();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [load]);
  return (
    <dialog className="dialog" ref={box} aria-labelledby={id}>
      <div className="dialog-head">
        <h2 id={id}>{t.keys}</h2>
        <button type="button" className="tool" aria-label={t.close} onClick={() => box.current?.close()}><X className="icon" aria-hidden="true" /></button>
      </div>
      <div className="dialog-body">
        {data ? data.groups.map((group) => <section key={group.title}><h3>{group.title}</h3><KeyList group={group} /></section>) : <p>{t.loading}</p>}
        <p className="small"><Link to="/keyboard" onClick={() => box.current?.close()}>{t.keysPage}</Link></p>
      </div>
    </dialog>
  );
}
