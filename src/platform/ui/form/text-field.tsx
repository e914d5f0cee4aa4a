import type { ComponentProps } from "react";
import { classes } from "../show/tone.ts";
import { Field, type FieldProps } from "./field.tsx";
import { useReturned } from "./form-scope.tsx";

export interface TextFieldProps extends FieldProps, Pick<ComponentProps<"input">, "type" | "inputMode" | "autoComplete" | "maxLength" | "readOnly" | "disabled" | "spellCheck" | "pattern" | "placeholder"> {
  defaultValue?: string | number | undefined;
  /** About how many signs are expected: the width says so. */
  width?: 4 | 8 | 16;
}

/** One line of text; `type` and `inputMode` bring up the right keyboard on a phone. */
export function TextField({ name, label, hint, error, optional, width, defaultValue, ...input }: TextFieldProps) {
  const { value } = useReturned(name);
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input {...input} {...control} className={classes("input", width && `w-${width}`)} defaultValue={value ?? defaultValue} />}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  defaultValue?: string | undefined;
  rows?: number;
  maxLength?: number;
}

/** Several lines of text; grows with what is written. */
export function TextArea({ name, label, hint, error, optional, defaultValue, rows = 4, maxLength }: TextAreaProps) {
  const { value } = useReturned(name);
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <textarea {...control} className="input" rows={rows} maxLength={maxLength} defaultValue={value ?? defaultValue} />}
    </Field>
  );
}
