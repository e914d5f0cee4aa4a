import { ArrowRight, Search } from "lucide-react";
import { Form } from "react-router";
import { useKitText } from "../messages/texts.ts";

export interface SearchBoxProps {
  /** Where it searches; this list itself when left out. */
  action?: string;
  name?: string;
  label?: string;
  placeholder?: string;
  defaultValue?: string;
  /** Further values of the address to carry along. */
  keep?: Readonly<Record<string, string>>;
}

/** A search as a GET form. */
export function SearchBox({ action, name = "q", label, placeholder, defaultValue, keep = {} }: SearchBoxProps) {
  const t = useKitText();
  return (
    <Form method="get" action={action} role="search" aria-label={label ?? t.search} className="search">
      {Object.entries(keep).map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />)}
      <Search className="icon" aria-hidden="true" />
      <input type="search" name={name} aria-label={label ?? t.search} placeholder={placeholder ?? t.searchHint} defaultValue={defaultValue} autoComplete="off" />
      <button className="tool" aria-label={t.search}><ArrowRight className="icon" aria-hidden="true" /></button>
    </Form>
  );
}
