import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";
import { useFieldIds, useReturned } from "./form-scope.tsx";

/** What every field has. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  /** Under the label, before the control. */
  hint?: ReactNode;
  /** A fault of this field; found by its name in a `FormScope` when left out. */
  error?: string;
  /** Marked 可不填. What is not marked must be filled. */
  optional?: boolean;
}

/** Attributes a control needs to belong to its label, hint and fault. */
export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** One control with its label: `<Field …>{(control) => <input {...control} />}</Field>`. */
export function Field({ name, label, hint, error, optional, children }: FieldProps & { children: (control: ControlAttributes) => ReactNode }) {
  const { id, fault, describedBy } = useField(name, hint, error);
  return (
    <div className={classes("field", fault && "wrong")}>
      <label className="label" htmlFor={id}>{label}<Optional when={optional} /></label>
      <HintAndFault id={id} hint={hint} fault={fault} />
      {children({ id, name, "aria-describedby": describedBy, "aria-invalid": fault ? true : undefined })}
    </div>
  );
}

/** Several controls with one legend. The summary leads to the first of them, which takes the id given. `part`: which group it is, where one question has several. */
export function FieldGroup({ name, label, hint, error, optional, part, children }: FieldProps & { part?: string | undefined; children: (firstId: string) => ReactNode }) {
  const { id, fault, describedBy } = useField(name, hint, error, part);
  return (
    <fieldset className={classes("field", fault && "wrong")} aria-describedby={describedBy}>
      <legend>{label}<Optional when={optional} /></legend>
      <HintAndFault id={id} hint={hint} fault={fault} />
      {children(id)}
    </fieldset>
  );
}

function useField(name: string, hint: ReactNode, error: string | undefined, part?: string) {
  const returned = useReturned(name);
  const id = useFieldIds()(part ? `${name}-${part}` : name);
  const fault = error ?? returned.fault;
  const describedBy = [hint ? `${id}-hint` : "", fault ? `${id}-fault` : ""].filter(Boolean).join(" ") || undefined;
  return { id, fault, describedBy };
}

function HintAndFault({ id, hint, fault }: { id: string; hint: ReactNode; fault: string | undefined }) {
  return (
    <>
      {hint ? <div className="hint" id={`${id}-hint`}>{hint}</div> : null}
      {fault ? <div className="fault" id={`${id}-fault`}><CircleAlert className="icon" aria-hidden="true" /><span>{fault}</span></div> : null}
    </>
  );
}

function Optional({ when }: { when: boolean | undefined }) {
  const t = useKitText();
  return when ? <span className="optional">{t.optional}</span> : null;
}
