import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";
import { sortHref, type Sort } from "./search-params.ts";

interface SortableColumn {
  key: string;
  label: string;
  sortable?: boolean;
  end?: boolean;
}

/** A column's head; a link when the column can be sorted. */
export function ColumnHead({ column, sort }: { column: SortableColumn; sort: Sort | undefined }) {
  const here = sort?.key === column.key ? sort.direction : undefined;
  const state = here && (here === "up" ? "ascending" : "descending");
  return (
    <th scope="col" role="columnheader" aria-sort={state} className={classes(column.end && "end")}>
      {column.sortable ? <SortLink column={column} here={here} /> : column.label}
    </th>
  );
}

/** On a phone the heads are gone, so the ways to sort stand above the cards. */
export function SortLinks({ columns, sort }: { columns: readonly SortableColumn[]; sort: Sort | undefined }) {
  const t = useKitText();
  const sortable = columns.filter((column) => column.sortable);
  if (sortable.length === 0) return null;
  return (
    <p className="data-sort small">
      <span className="sort">{t.listSort}</span>
      {sortable.map((column) => <SortLink key={column.key} column={column} here={sort?.key === column.key ? sort.direction : undefined} />)}
    </p>
  );
}

function SortLink({ column, here }: { column: SortableColumn; here: Sort["direction"] | undefined }) {
  const t = useKitText();
  const [params] = useSearchParams();
  const Icon = here === "up" ? ArrowUp : here === "down" ? ArrowDown : ArrowUpDown;
  return (
    <Link className="sort" to={sortHref(params, column.key)} preventScrollReset>
      {column.label}
      <Icon className="icon" aria-hidden="true" />
      {here ? <span className="sr-only">{here === "up" ? t.sortUp : t.sortDown}</span> : null}
    </Link>
  );
}
