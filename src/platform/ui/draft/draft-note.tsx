import { Check, LoaderCircle, RotateCcw } from "lucide-react";
import { formatInstant } from "../../i18n/days.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { dayIn } from "../../../kernel/calendar.ts";
import { fill } from "../messages/fill.ts";
import { useKitText } from "../messages/texts.ts";
import { Notice } from "../show/notice.tsx";
import type { KeptDraft } from "./use-draft.ts";

/** Says in words what became of the draft, and carries the form's key to the server. Stands inside the form. */
export function DraftNote({ draft }: { draft: Omit<KeptDraft, "ref"> }) {
  const t = useKitText();
  return (
    <>
      <input type="hidden" name="draft" value={draft.formKey} />
      <div role="status" className="draft-note">
        {draft.state === "saving" ? <><LoaderCircle className="icon spin" aria-hidden="true" />{t.draftSaving}</> : null}
        {draft.state === "saved" ? <><Check className="icon" aria-hidden="true" />{t.draftSaved}</> : null}
        {draft.state === "unavailable" ? t.draftUnavailable : null}
        {draft.state === "restored" ? <Restored draft={draft} /> : null}
      </div>
      {draft.stale ? <Notice tone="due">{t.draftStale}</Notice> : null}
    </>
  );
}

function Restored({ draft }: { draft: Omit<KeptDraft, "ref"> }) {
  const t = useKitText();
  const language = useLanguage();
  if (!draft.left) return null;
  const at = formatInstant(draft.left.at, language, dayIn(new Date(draft.left.foundAt), "Asia/Shanghai"));
  return (
    <>
      <RotateCcw className="icon" aria-hidden="true" />
      <span>
        {fill(t.draftRestored, { at })}{" "}
        <button type="button" className="link-button" onClick={draft.discard}>{t.draftDiscard}</button>
      </span>
    </>
  );
}
