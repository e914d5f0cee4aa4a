import type { ReactNode } from "react";
import { Form, type FormProps } from "react-router";
import { DraftNote } from "./draft-note.tsx";
import { useDraft } from "./use-draft.ts";

export interface DraftFormProps extends Omit<FormProps, "ref" | "children"> {
  /** Names form and record: `incident/<id>/acted`. */
  formKey: string;
  /** The record's version. A new one begins a fresh form; a draft of an older one comes back with a word of warning. */
  basis?: string | number;
  children: ReactNode;
  /** The buttons, below the word about the draft. */
  actions: ReactNode;
}

/** A form whose typing outlives the page. Another record, or the same after a step was taken, gets a form of its own: nothing typed stands in it. */
export function DraftForm(props: DraftFormProps) {
  return <KeptForm key={`${props.formKey}/${props.basis ?? ""}`} {...props} />;
}

function KeptForm({ formKey, basis = "", children, actions, ...form }: DraftFormProps) {
  const { ref, ...draft } = useDraft(formKey, { basis: String(basis) });
  return (
    <Form method="post" {...form} ref={ref}>
      {children}
      <DraftNote draft={draft} />
      {actions}
    </Form>
  );
}
