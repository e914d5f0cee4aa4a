import type { DraftFields } from "./draft-box.ts";

/** The part of a form control that a draft needs; every HTML control has it. */
export interface Control {
  readonly name: string;
  readonly type: string;
  value: string;
  checked?: boolean;
  /** What the page came with. */
  readonly defaultValue?: string;
  readonly defaultChecked?: boolean;
  readonly disabled?: boolean;
  /** For a list of which several can be chosen. */
  readonly options?: Iterable<{ readonly value: string; selected: boolean; readonly defaultSelected?: boolean }>;
  readonly dataset?: { readonly [name: string]: string | undefined };
}

/** Never kept: secrets, files, what the server put in, buttons. */
const LEFT_OUT = new Set(["password", "file", "hidden", "submit", "button", "reset", "image", "fieldset", "output", "object"]);

/** What is in the controls now. Controls with `data-draft="off"` stay out. */
export function collectFields(controls: Iterable<Control>): DraftFields {
  const fields: Record<string, string[]> = {};
  for (const control of controls) {
    if (!isKept(control)) continue;
    const values = (fields[control.name] ??= []);
    if (isTick(control)) {
      if (control.checked) values.push(control.value);
    } else if (control.type === "select-multiple") values.push(...[...(control.options ?? [])].filter((one) => one.selected).map((one) => one.value));
    else values.push(control.value);
  }
  return fields;
}

/** Names of the fields somebody has already changed from what the page came with, e.g. before the page's script was there. */
export function touchedFields(controls: Iterable<Control>): Set<string> {
  return new Set([...controls].filter((control) => isKept(control) && isTouched(control)).map(({ name }) => name));
}

/** Puts a draft back. A control the draft does not know, or that is touched already, keeps what it has. */
export function restoreFields(controls: Iterable<Control>, fields: DraftFields, touched: ReadonlySet<string> = new Set()): void {
  const seen = new Map<string, number>();
  for (const control of controls) {
    const values = isKept(control) && !touched.has(control.name) ? fields[control.name] : undefined;
    if (!values) continue;
    if (isTick(control)) control.checked = values.includes(control.value);
    else if (control.type === "select-multiple") for (const one of control.options ?? []) one.selected = values.includes(one.value);
    else {
      const index = seen.get(control.name) ?? 0;
      seen.set(control.name, index + 1);
      control.value = values[index] ?? control.value;
    }
  }
}

/** True when two drafts hold the same. */
export function sameFields(one: DraftFields, other: DraftFields): boolean {
  const sorted = (fields: DraftFields) => JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}

function isKept(control: Control): boolean {
  return Boolean(control.name) && !control.disabled && !LEFT_OUT.has(control.type) && control.dataset?.["draft"] !== "off";
}

function isTouched(control: Control): boolean {
  if (isTick(control)) return control.checked !== (control.defaultChecked ?? false);
  if (!control.options) return control.value !== (control.defaultValue ?? "");
  const options = [...control.options];
  const byDefault = options.filter(({ defaultSelected }) => defaultSelected);
  // A list of which nothing was chosen shows its first line.
  const expected = byDefault.length === 0 && control.type !== "select-multiple" ? options.slice(0, 1) : byDefault;
  return options.some((option) => option.selected !== expected.includes(option));
}

function isTick(control: Control): boolean {
  return control.type === "checkbox" || control.type === "radio";
}
