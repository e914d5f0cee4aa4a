import { useCallback, useEffect, useRef, useState } from "react";
import { DRAFT_DONE_COOKIE, readCookie } from "./done-cookie.ts";
import type { DraftFields } from "./draft-box.ts";
import { useShelf } from "./draft-key.tsx";
import type { DraftShelf } from "./draft-shelf.ts";
import { collectFields, restoreFields, sameFields, touchedFields, type Control } from "./form-values.ts";

/** Pause after the last key before a draft is written. */
const PAUSE_MS = 400;
/** Longest time typing waits to be written: with the writing itself never more than the two seconds a worker may lose. */
const LONGEST_MS = 1500;

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
    // Read now: the provider puts the sign away once every form has seen it.
    const accepted = done || readCookie(document.cookie, DRAFT_DONE_COOKIE) === formKey;
    void shelfPromise.then(async (open) => {
      if (gone) return;
      shelf.current = open;
      if (!open) return setKept({ state: "unavailable" });
      const draft = accepted ? await open.forget(formKey) : await open.read(formKey);
      if (gone) return;
      const writing = keepWriting(form, (fields) => open.write(formKey, { fields, savedAt: new Date().toISOString(), basis }), setKept);
      stop = writing.stop;
      if (accepted) return;
      const early = touchedFields(controlsOf(form));
      if (draft && putBack(form, draft.fields, early)) setKept({ state: "restored", left: { at: draft.savedAt, foundAt: new Date().toISOString() }, stale: draft.basis !== basis });
      if (early.size > 0) writing.begin();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [form, formKey, basis, done, shelfPromise]);

  const discard = useCallback(() => {
    void shelf.current?.forget(formKey);
    form?.reset();
    setKept({ state: "idle" });
  }, [form, formKey]);
  return { ...kept, formKey, ref, discard };
}

/** Fills the form from a draft, but for what was typed early. False when that changed nothing. */
function putBack(form: HTMLFormElement, fields: DraftFields, early: ReadonlySet<string>): boolean {
  const before = fieldsOf(form);
  restoreFields(controlsOf(form), fields, early);
  // A folded step that had been begun is shown unfolded, or nobody would find it.
  const changed = !sameFields(before, fieldsOf(form));
  if (changed) form.closest("details")?.setAttribute("open", "");
  return changed;
}

/** Writes after each pause, soon enough while somebody types on, and when the page is left. */
function keepWriting(form: HTMLFormElement, write: (fields: DraftFields) => Promise<boolean>, tell: (state: DraftState) => void): { begin(): void; stop(): void } {
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
  return {
    begin: onInput,
    stop: () => {
      form.removeEventListener("submit", onLeave);
      form.removeEventListener("input", onInput);
      removeEventListener("pagehide", onLeave);
      document.removeEventListener("visibilitychange", onLeave);
      void flush();
    },
  };
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements] as unknown as Control[];
}

function fieldsOf(form: HTMLFormElement): DraftFields {
  return collectFields(controlsOf(form));
}
