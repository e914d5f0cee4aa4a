import { useState } from "react";
import { fill } from "../messages/fill.ts";
import { useKitText } from "../messages/texts.ts";

interface PickBelongs {
  /** Id of the form the boxes are sent with. */
  form: string;
  name?: string;
}

/** The box before one row. */
export function PickRow({ form, name = "id", value, rowName }: PickBelongs & { value: string; rowName: string }) {
  const t = useKitText();
  return <label><input type="checkbox" name={name} value={value} form={form} aria-label={fill(t.pick, { name: rowName })} /></label>;
}

/** The box in the head: takes or leaves every row of this page. Needs script; without it the rows are picked singly. */
export function PickAll({ label, form, name = "id" }: PickBelongs & { label: string }) {
  const [all, setAll] = useState(false);
  function toggle(checked: boolean) {
    setAll(checked);
    const boxes = document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][form="${CSS.escape(form)}"][name="${CSS.escape(name)}"]`);
    for (const box of boxes) box.checked = checked;
  }
  return <label><input type="checkbox" aria-label={label} checked={all} onChange={(event) => toggle(event.target.checked)} /></label>;
}
