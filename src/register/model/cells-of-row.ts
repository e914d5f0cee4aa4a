import type { Field, Mapping } from "./fields.ts";
import type { Cell, Row } from "./table.ts";
import { tidy } from "./normalise/text.ts";

const NO_CELL: Cell = { kind: "blank", text: "", formula: false };

/** Reads a row's cells by field. Carries merged values down; one for each sheet, rows in order. */
export class FieldCells {
  readonly #columns = new Map<Field, number[]>();
  readonly #fillDown: number[] = [];
  readonly #carried = new Map<number, Cell>();
  readonly #inverted = new Set<number>();
  readonly #unmapped: { readonly column: number; readonly header: string }[] = [];
  #row: Row = { rowNumber: 0, cells: [], doubtful: false };

  constructor({ columns }: Mapping, headers: readonly (readonly string[])[]) {
    for (const { column, field, inverted, fillDown } of columns) {
      if (field === null) this.#unmapped.push({ column, header: headers[column]?.join("›") ?? "" });
      else this.#columns.set(field, [...(this.#columns.get(field) ?? []), column]);
      if (inverted) this.#inverted.add(column);
      if (fillDown) this.#fillDown.push(column);
    }
  }

  get columns(): ReadonlyMap<Field, readonly number[]> {
    return this.#columns;
  }

  has(field: Field): boolean {
    return this.#columns.has(field);
  }

  /** Moves on to the next row. */
  take(row: Row): void {
    this.#row = row;
    for (const column of this.#fillDown) {
      const cell = row.cells[column];
      if (cell && tidy(cell.text) !== "") this.#carried.set(column, cell);
    }
  }

  get row(): Row {
    return this.#row;
  }

  /** The first filled cell of a field. */
  cell(field: Field): Cell {
    for (const column of this.#columns.get(field) ?? []) {
      const cell = this.#at(column);
      if (cell.text !== "") return cell;
    }
    return NO_CELL;
  }

  text(field: Field): string {
    return this.cell(field).text;
  }

  /** All filled cells of a field that may repeat. */
  texts(field: Field): string[] {
    return (this.#columns.get(field) ?? []).map((column) => this.#at(column).text).filter((text) => text !== "");
  }

  /** Filled cells of a field, each with whether its question is put the other way round. */
  answers(field: Field): { text: string; inverted: boolean }[] {
    return (this.#columns.get(field) ?? []).map((column) => ({ text: this.#at(column).text, inverted: this.#inverted.has(column) })).filter(({ text }) => text !== "");
  }

  /** What stands in columns no field takes. */
  others(): Record<string, string> {
    const others: Record<string, string> = {};
    for (const { column, header } of this.#unmapped) {
      const text = tidy(this.#at(column).text);
      if (text !== "") others[header === "" ? `#${column + 1}` : header] = text;
    }
    return others;
  }

  #at(column: number): Cell {
    const cell = this.#row.cells[column];
    if (cell && cell.text !== "") return cell;
    return this.#carried.get(column) ?? NO_CELL;
  }
}
