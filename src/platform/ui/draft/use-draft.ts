import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftFields } from "./draft-box.ts";
import { useShelf } from "./draft-key.tsx";
import type { DraftShelf } from "./draft-shelf.ts";
import { collectFields, restoreFields, sameFields, type Control } from "./form-values.ts";

/** Pause after the last key before a draft is written. */
const PAUSE_MS = 400;
/** Longest time typing goes unwritten. */
const LONGEST_MS = 2000;

export interface DraftState {
  state: "idle" | "saving" | "saved" | "restored" | "unavailable";
  /** When the restored draft was left, and when it was found again: instants, ISO 8601. */
  left?: { at: string; foundAt: string };
  /** The record has changed since the draft was begun. */
  stale?: boolean;
}

export interface KeptDraft extends DraftState {
  readonly formKey: string;
  /** Goes to the form: `const { ref, ...draft } = useDraft(…)`, then `<Form ref={ref}>` and `<DraftNote draft={draft} />`. */
  readonly ref: (form: HTMLFormElement | null) => void;
  /** Throws the draft away and empties the form to what the page came with. */
  readonly discard: () => void;
}

export interface DraftOptions {
  /** The record's version, to tell when somebody changed it since the draft was begun. */
  basis?: string;
  /** True once the form on this very page was accepted, when the action does not redirect. */
  done?: boolean;
}

/** Keeps what is typed into a form, encrypted on this device, until the server has accepted it. `formKey` names form and record: `visit/<id>`. */
export function useDraft(formKey: string, { basis = "", done = false }: DraftOptions = {}): KeptDraft {
  const [form, ref] = useState<HTMLFormElement | null>(null);
  const shelfPromise = useShelf();
  const shelf = useRef<DraftShelf>(undefined);
  const [kept, setKept] = useState<DraftState>({ state: "idle" });

  useEffect(() => {
    if (!form) return;
    let stop = () => {};
    let gone = false;
    void shelfPromise.then(async (open) => {
      if (gone) return;
      shelf.current = open;
      if (!open) return setKept({ state: "unavailable" });
      const before = fieldsOf(form);
      const draft = done ? void open.forget(formKey) : await open.read(formKey);
      if (gone) return;
      if (draft && sameFields(before, fieldsOf(form)) && !sameFields(before, draft.fields)) {
        restoreFields(controlsOf(form), draft.fields);
        setKept({ state: "restored", left: { at: draft.savedAt, foundAt: new Date().toISOString() }, stale: draft.basis !== basis });
      }
      stop = keepWriting(form, (fields) => open.write(formKey, { fields, savedAt: new Date().toISOString(), basis }), setKept);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [form, formKey, basis, done, shelfPromise]);

  const discard = useCallback(() => {
    shelf.current?.forget(formKey);
    form?.reset();
    setKept({ state: "idle" });
  }, [form, formKey]);
  return { ...kept, formKey, ref, discard };
}

/** Writes after each pause, at the latest after two seconds, and when the page is left. Gives back how to stop. */
function keepWriting(form: HTMLFormElement, write: (fields: DraftFields) => Promise<boolean>, tell: (state: DraftState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  async function flush() {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    waitingSince = 0;
    tell({ state: (await write(fieldsOf(form))) ? "saved" : "unavailable" });
  }
  function onInput() {
    const now = Date.now();
    waitingSince ||= now;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(PAUSE_MS, waitingSince + LONGEST_MS - now)));
    tell({ state: "saving" });
  }
  const onLeave = () => void flush();
  // Written before it is sent, so nothing is written any more once the server has accepted it.
  form.addEventListener("submit", onLeave);
  form.addEventListener("input", onInput);
  addEventListener("pagehide", onLeave);
  document.addEventListener("visibilitychange", onLeave);
  return () => {
    form.removeEventListener("submit", onLeave);
    form.removeEventListener("input", onInput);
    removeEventListener("pagehide", onLeave);
    document.removeEventListener("visibilitychange", onLeave);
    void flush();
  };
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements] as unknown as Control[];
}

function fieldsOf(form: HTMLFormElement): DraftFields {
  return collectFields(controlsOf(form));
}
