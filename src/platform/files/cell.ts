/** What a cell held. `date` is text `YYYY-MM-DD` (with ` HH:MM:SS` when the cell carried a time of day). */
export type CellKind = "blank" | "text" | "number" | "date" | "boolean" | "error";

/** One cell as the file shows it, never recalculated. */
export interface Cell {
  readonly kind: CellKind;
  /** As it stands: a number keeps every digit written in the file, a formula gives its stored result, an error its code (`#N/A`). */
  readonly text: string;
  /** True when the value is the stored result of a formula, so it may be out of date. */
  readonly formula: boolean;
}

/** One row that holds anything. Blank rows are left out; `rowNumber` counts them, so it is the number the person sees in Excel. */
export interface SheetRow {
  readonly rowNumber: number;
  /** By column from A; shorter than the sheet is wide when the last cells are blank. */
  readonly cells: readonly Cell[];
  /** Characters could not be read with certainty here (mixed encodings). */
  readonly doubtful: boolean;
}

export const BLANK: Cell = { kind: "blank", text: "", formula: false };
const TRUE: Cell = { kind: "boolean", text: "TRUE", formula: false };
const FALSE: Cell = { kind: "boolean", text: "FALSE", formula: false };

export function aCell(kind: CellKind, text: string, formula = false): Cell {
  return text === "" ? BLANK : { kind, text, formula };
}

export function booleanCell(value: boolean, formula: boolean): Cell {
  if (formula) return { kind: "boolean", text: value ? "TRUE" : "FALSE", formula };
  return value ? TRUE : FALSE;
}
