import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";
import { ColumnHead, SortLinks } from "./column-head.tsx";
import { PickAll, PickRow } from "./pick.tsx";
import { readSort } from "./search-params.ts";

export interface Column<Row> {
  key: string;
  label: string;
  render: (row: Row) => ReactNode;
  /** The head becomes a link that sets `sort=key` in the address. */
  sortable?: boolean;
  /** Numbers stand at the end. */
  end?: boolean;
}

export interface DataListProps<Row> {
  /** What the list holds, read out before it. */
  caption: string;
  /** The first column names the row and carries its link. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; the whole row can be pressed. */
  rowTo?: (row: Row) => string;
  /** A checkbox before each row, belonging to the form with this id. */
  pick?: { form: string; name?: string; rowName: (row: Row) => string };
  /** Shown instead of the table when there are no rows: an `EmptyState`. */
  empty: ReactNode;
}

/** Laid out as cards, a table loses its meaning in some browsers; written roles keep it. */
const ROLE = { table: { role: "table" }, group: { role: "rowgroup" }, row: { role: "row" }, head: { role: "columnheader" }, name: { role: "rowheader" }, cell: { role: "cell" } } as const;

/** A table on a desk, cards on a phone. Sorting and paging live in the address, so both work without script. */
export function DataList<Row>({ caption, columns, rows, rowKey, rowTo, pick, empty }: DataListProps<Row>) {
  const t = useKitText();
  const [params] = useSearchParams();
  const sort = readSort(params);
  if (rows.length === 0) return empty;
  const [first, ...others] = columns;
  return (
    <>
      <SortLinks columns={columns} sort={sort} />
      <table className="data" {...ROLE.table}>
        <caption className="sr-only">{caption}</caption>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            {pick ? <th className="pick" scope="col" {...ROLE.head}><PickAll label={t.pickAll} form={pick.form} name={pick.name} /></th> : null}
            {columns.map((column) => <ColumnHead key={column.key} column={column} sort={sort} />)}
          </tr>
        </thead>
        <tbody {...ROLE.group}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...ROLE.row}>
              {pick ? <td className="pick" {...ROLE.cell}><PickRow form={pick.form} name={pick.name} value={rowKey(row)} rowName={pick.rowName(row)} /></td> : null}
              <th scope="row" {...ROLE.name}>{rowTo ? <Link className="row-link" to={rowTo(row)}>{first.render(row)}</Link> : first.render(row)}</th>
              {others.map((column) => (
                <td key={column.key} {...ROLE.cell} data-label={column.label} className={classes(column.end && "end")}><span>{column.render(row)}</span></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
