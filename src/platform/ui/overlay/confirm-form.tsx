import { useRef, type ReactNode } from "react";
import { Form } from "react-router";
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
}

/** Asks once more before something that cannot simply be undone. Opens in place, with or without script. */
export function ConfirmForm({ trigger, question, confirm, tone = "danger", action, values = {}, children }: ConfirmFormProps) {
  const t = useKitText();
  const box = useRef<HTMLDetailsElement>(null);
  function close() {
    box.current?.removeAttribute("open");
    box.current?.querySelector("summary")?.focus();
  }
  return (
    <details className="confirm" ref={box}>
      <summary className={classes("button", tone === "danger" && "danger")}>{trigger}</summary>
      <Form method="post" action={action} className="confirm-body">
        <p>{question}</p>
        {Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {children}
        <FormActions>
          <SubmitButton tone={tone}>{confirm}</SubmitButton>
          <Button tone="quiet" onClick={close}>{t.cancel}</Button>
        </FormActions>
      </Form>
    </details>
  );
}
