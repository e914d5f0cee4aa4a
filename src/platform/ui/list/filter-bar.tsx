import { ListFilter, X } from "lucide-react";
import type { ReactNode } from "react";
import { Form, Link, useLocation, useSearchParams } from "react-router";
import { fill } from "../messages/fill.ts";
import { useKitText } from "../messages/texts.ts";
import { Count } from "../show/count.tsx";
import { withoutFilter } from "./search-params.ts";

export interface ActiveFilter {
  /** In words: `社区：金沙`. */
  label: string;
  name: string;
  value?: string;
}

export interface FilterBarProps {
  /** Fields whose names are the parameters of the address. */
  children: ReactNode;
  active?: readonly ActiveFilter[];
  /** Parameters to carry along, such as `sort` or the tab. */
  keep?: readonly string[];
}

/** Filters as a GET form: what is seen is what the address says, so a list can be sent to a colleague. */
export function FilterBar({ children, active = [], keep = ["sort"] }: FilterBarProps) {
  const t = useKitText();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const kept = keep.flatMap((name) => params.getAll(name).map((value) => ({ name, value })));
  return (
    <div className="stack tight">
      <details className="filters">
        <summary className="button"><ListFilter className="icon" aria-hidden="true" />{t.filter}<Count value={active.length} tone="plain" /></summary>
        <Form method="get">
          {kept.map(({ name, value }) => <input key={name + value} type="hidden" name={name} value={value} />)}
          {children}
          <button className="button primary">{t.filterApply}</button>
        </Form>
      </details>
      {active.length > 0 ? (
        <ul className="filter-on" aria-label={t.filterOn}>
          {active.map((filter) => (
            <li key={filter.name + (filter.value ?? "")}>
              <Link className="chip" to={withoutFilter(params, filter.name, filter.value)} aria-label={fill(t.filterRemove, { label: filter.label })}>
                {filter.label}<X className="icon" aria-hidden="true" />
              </Link>
            </li>
          ))}
          <li><Link to={pathname}>{t.filterClear}</Link></li>
        </ul>
      ) : null}
    </div>
  );
}
