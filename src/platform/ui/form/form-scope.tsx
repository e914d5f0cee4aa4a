import { createContext, useContext, useMemo, type ReactNode } from "react";
import { faultsByField, type FormResult, type RefusalTexts } from "./refusal-view.ts";

interface Scope {
  readonly faults: ReadonlyMap<string, string>;
  readonly values: NonNullable<FormResult["values"]>;
}

const ScopeContext = createContext<Scope>({ faults: new Map(), values: {} });

export interface FormScopeProps {
  /** What the action gave back. */
  result: FormResult | undefined;
  texts: RefusalTexts;
  children: ReactNode;
}

/** Lets every field inside find its own fault and what was typed before, by its name. */
export function FormScope({ result, texts, children }: FormScopeProps) {
  const scope = useMemo(() => ({ faults: faultsByField(result?.refusal, texts), values: result?.values ?? {} }), [result, texts]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** What came back for one field. */
export function useReturned(name: string): { fault: string | undefined; value: string | undefined; values: readonly string[] | undefined } {
  const { faults, values } = useContext(ScopeContext);
  const raw = values[name];
  const list = typeof raw === "string" ? [raw] : raw;
  return { fault: faults.get(name), value: list?.[0], values: list };
}
