import { ChevronDown } from "lucide-react";
import { useKitText } from "../messages/texts.ts";
import { Field, type FieldProps } from "./field.tsx";
import { useReturned } from "./form-scope.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldProps {
  options: readonly (Option | { readonly group: string; readonly options: readonly Option[] })[];
  defaultValue?: string | undefined;
  /** The words of the empty choice; 请选择 unless told, `null` for none. */
  empty?: string | null;
}

/** One of many, with the device's own list. */
export function Select({ name, label, hint, error, optional, options, defaultValue, empty }: SelectProps) {
  const t = useKitText();
  const { value } = useReturned(name);
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <span className="select">
          <select {...control} className="input" defaultValue={value ?? defaultValue}>
            {empty === null ? null : <option value="">{empty ?? t.choose}</option>}
            {options.map((item) => "group" in item
              ? <optgroup key={item.group} label={item.group}>{item.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</optgroup>
              : <option key={item.value} value={item.value}>{item.label}</option>)}
          </select>
          <ChevronDown className="icon" aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}
