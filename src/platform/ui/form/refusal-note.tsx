import { CircleAlert } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { fill } from "../messages/fill.ts";
import { useKitText } from "../messages/texts.ts";
import { ClashTable } from "./clash-table.tsx";
import { useFieldIds } from "./form-scope.tsx";
import { explain, faultsByField, type RefusalTexts, type RefusalView } from "./refusal-view.ts";

export interface ErrorSummaryProps {
  title: string;
  /** Problems; one with a field leads to it. */
  problems: readonly { readonly text: string; readonly field?: string | undefined }[];
  children?: ReactNode;
}

/** What must be mended, at the top of the form, each line leading to its field. Takes the focus, so it is read out. */
export function ErrorSummary({ title, problems, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const idOf = useFieldIds();
  const said = problems.map(({ text }) => text).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2><CircleAlert className="icon" aria-hidden="true" />{title}</h2>
      <ul>{problems.map(({ text, field }) => <li key={text + (field ?? "")}>{field ? <a href={`#${idOf(field)}`}>{text}</a> : text}</li>)}</ul>
      {children}
    </div>
  );
}

export interface RefusalNoteProps {
  /** What the action refused with; nothing is shown without it. */
  of: RefusalView | undefined;
  texts: RefusalTexts;
  /** Names of fields in words, before each fault and in a clash shown side by side. */
  labels?: Readonly<Record<string, string>>;
}

/** A refusal in words at the top of its form: the rule that refused, the fields to mend, or what somebody else changed. */
export function RefusalNote({ of: refusal, texts, labels = {} }: RefusalNoteProps) {
  const t = useKitText();
  if (!refusal) return null;
  const faults = [...faultsByField(refusal, texts)].map(([field, text]) => ({ field, text: labels[field] ? fill(t.labelled, { label: labels[field], text }) : text }));
  const general = explain(refusal.reason, refusal.params, texts);
  const fallback = { text: fill(t.unknownRefusal, { reason: refusal.reason }) };
  const problems = [...(general ? [{ text: general }] : []), ...faults];
  return (
    <ErrorSummary title={faults.length > 0 ? t.problems : t.refused} problems={problems.length > 0 ? problems : [fallback]}>
      {refusal.difference ? <ClashTable difference={refusal.difference} labels={labels} /> : null}
    </ErrorSummary>
  );
}
