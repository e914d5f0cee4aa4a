import { useRef, type ReactNode } from "react";
import { Form } from "react-router";
import { DraftForm } from "../draft/draft-form.tsx";
import { Button, FormActions, SubmitButton } from "../form/button.tsx";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";

export interface ConfirmFormProps {
  /** The words of the first button: 结束结对…. */
  trigger: ReactNode;
  /** What will happen, in one sentence. */
  question: ReactNode;
  /** The words of the button that does it. */
  confirm: ReactNode;
  tone?: "primary" | "danger";
  action?: string;
  /** Hidden values sent along. */
  values?: Readonly<Record<string, string>>;
  /** Further fields, such as a reason. */
  children?: ReactNode;
  /** Names form and record where more than a word is typed, so that it is not lost: `incident/<id>/closed`. */
  draft?: string;
  /** The record's version, for the draft. */
  basis?: string | number;
}

/** Asks once more before something that cannot simply be undone. Opens in place, with or without script. */
export function ConfirmForm({ trigger, question, confirm, tone = "danger", action, values = {}, children, draft, basis = "" }: ConfirmFormProps) {
  const t = useKitText();
  const box = useRef<HTMLDetailsElement>(null);
  function close() {
    box.current?.removeAttribute("open");
    box.current?.querySelector("summary")?.focus();
  }
  const fields = (
    <>
      <p>{question}</p>
      {Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
    </>
  );
  const actions = (
    <FormActions>
      <SubmitButton tone={tone}>{confirm}</SubmitButton>
      <Button tone="quiet" onClick={close}>{t.cancel}</Button>
    </FormActions>
  );
  return (
    <details className="confirm" ref={box}>
      <summary className={classes("button", tone === "danger" && "danger")}>{trigger}</summary>
      {draft ? <DraftForm formKey={draft} basis={basis} action={action} className="confirm-body" actions={actions}>{fields}</DraftForm> : <Form method="post" action={action} className="confirm-body">{fields}{actions}</Form>}
    </details>
  );
}
