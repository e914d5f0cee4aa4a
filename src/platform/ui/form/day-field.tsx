import { useKitText } from "../messages/texts.ts";
import { Field, type FieldProps } from "./field.tsx";
import { useReturned } from "./form-scope.tsx";

export interface DayFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, like `min` and `max`. */
  defaultValue?: string | undefined;
  min?: string;
  max?: string;
}

/** A day, with the calendar of the device; sent as `YYYY-MM-DD`. */
export function DayField({ name, label, hint, error, optional, defaultValue, min, max }: DayFieldProps) {
  const { value } = useReturned(name);
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input {...control} type="date" className="input" min={min} max={max} defaultValue={value ?? defaultValue} />}
    </Field>
  );
}

export interface DayRangeFieldProps {
  label: string;
  /** Names the two days are sent under. */
  names: readonly [from: string, to: string];
  defaultValues?: readonly [from: string | undefined, to: string | undefined];
}

/** From a day to a day. */
export function DayRangeField({ label, names, defaultValues = [undefined, undefined] }: DayRangeFieldProps) {
  const t = useKitText();
  return (
    <fieldset className="field days">
      <legend>{label}</legend>
      <div className="range">
        <DayField name={names[0]} label={t.from} defaultValue={defaultValues[0]} />
        <DayField name={names[1]} label={t.to} defaultValue={defaultValues[1]} />
      </div>
    </fieldset>
  );
}
