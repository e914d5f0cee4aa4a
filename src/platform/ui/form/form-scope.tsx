import { createContext, useContext, useMemo, type ReactNode } from "react";
import { faultsByField, fieldId, type FormResult, type RefusalTexts } from "./refusal-view.ts";

interface Scope {
  readonly faults: ReadonlyMap<string, string>;
  readonly values: NonNullable<FormResult["values"]>;
  readonly form: string | undefined;
}

const ScopeContext = createContext<Scope>({ faults: new Map(), values: {}, form: undefined });

export interface FormScopeProps {
  /** What the action gave back. */
  result: FormResult | undefined;
  texts: RefusalTexts;
  /** Where several forms of a page have fields of one name: which form this is. */
  form?: string | undefined;
  children: ReactNode;
}

/** Lets every field inside find its own fault and what was typed before, by its name. */
export function FormScope({ result, texts, form, children }: FormScopeProps) {
  const scope = useMemo(() => ({ faults: faultsByField(result?.refusal, texts), values: result?.values ?? {}, form }), [result, texts, form]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** What came back for one field. */
export function useReturned(name: string): { fault: string | undefined; value: string | undefined; values: readonly string[] | undefined } {
  const { faults, values } = useContext(ScopeContext);
  const raw = values[name];
  const list = typeof raw === "string" ? [raw] : raw;
  return { fault: faults.get(name), value: list?.[0], values: list };
}

/** The ids of fields here, by their names. */
export function useFieldIds(): (name: string) => string {
  const { form } = useContext(ScopeContext);
  return (name) => fieldId(name, form);
}
