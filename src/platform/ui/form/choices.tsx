import type { ReactNode } from "react";
import { classes } from "../show/tone.ts";
import { FieldGroup, type FieldProps } from "./field.tsx";
import { useReturned } from "./form-scope.tsx";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

export interface CheckboxGroupProps extends FieldProps {
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  /** Where one question has several groups of choices, which of them; the first has none, so that the summary leads to it. */
  part?: string | undefined;
  /** Short words, such as names: several stand beside each other where there is room. */
  short?: boolean;
}

/** Any of several; every one chosen is sent under the same name. */
export function CheckboxGroup({ choices, defaultValues = [], short = false, ...field }: CheckboxGroupProps) {
  const chosen = useReturned(field.name).values ?? defaultValues;
  return (
    <FieldGroup {...field}>
      {(firstId) => (
        <div className={classes("choices", short && "short")}>
          {choices.map(({ value, label, hint }, index) => (
            <label className="choice" key={value}>
              <input type="checkbox" id={index === 0 ? firstId : undefined} name={field.name} value={value} defaultChecked={chosen.includes(value)} />
              <span>{label}</span>
              {hint ? <span className="hint">{hint}</span> : null}
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

export interface RadioCardsProps extends FieldProps {
  choices: readonly Choice[];
  defaultValue?: string | undefined;
}

/** One of a few, each with room for a sentence. */
export function RadioCards({ choices, defaultValue, ...field }: RadioCardsProps) {
  const chosen = useReturned(field.name).value ?? defaultValue;
  return (
    <FieldGroup {...field}>
      {(firstId) => (
        <div className="radio-cards">
          {choices.map(({ value, label, hint }, index) => (
            <label className="radio-card" key={value}>
              <input type="radio" id={index === 0 ? firstId : undefined} name={field.name} value={value} defaultChecked={chosen === value} />
              <span className="strong">{label}</span>
              {hint ? <span className="hint">{hint}</span> : null}
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

export interface CheckboxProps {
  name: string;
  value?: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked?: boolean;
}

/** A single yes, such as 我已读过并同意. */
export function Checkbox({ name, value = "yes", label, hint, defaultChecked = false }: CheckboxProps) {
  const returned = useReturned(name).values;
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={value} defaultChecked={returned ? returned.includes(value) : defaultChecked} />
      <span>{label}</span>
      {hint ? <span className="hint">{hint}</span> : null}
    </label>
  );
}
