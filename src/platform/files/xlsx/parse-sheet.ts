import { aCell, BLANK, booleanCell, type Cell, type SheetRow } from "../cell.ts";
import type { FileLimits } from "../limits.ts";
import { dateText, plainNumber } from "./number-text.ts";
import { unescapeText } from "./read-parts.ts";
import { attribute, BrokenXml, type XmlListener } from "./scan-xml.ts";

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly textAt: (index: number) => string | undefined;
  /** By cell style: shows a day. */
  readonly dateStyles: readonly boolean[];
  readonly since1904: boolean;
  readonly limits: FileLimits;
}

/** Collects the rows of one sheet from its XML; take them out of `rows` as they come. */
export class SheetParser implements XmlListener {
  rows: SheetRow[] = [];
  readonly #context: SheetContext;
  #rowNumber = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #formula = false;
  #value = "";
  /** `v` and inline `t` hold values; a phonetic run and a formula's text do not. */
  #reading = false;
  #phonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case "c": return this.#openCell(attributes);
      case "v": this.#reading = true; return;
      case "t": this.#reading = !this.#phonetic; return;
      case "f": this.#formula = true; return;
      case "rPh": this.#phonetic = true; return;
      case "row": return this.#openRow(attributes);
    }
  }

  text(piece: string): void {
    if (this.#reading) this.#value += piece;
  }

  close(name: string): void {
    switch (name) {
      case "v": case "t": this.#reading = false; return;
      case "rPh": this.#phonetic = false; return;
      case "c": return this.#closeCell();
      case "row": return this.#closeRow();
    }
  }

  #openRow(attributes: string): void {
    this.#rowNumber = Number(attribute(attributes, "r") ?? this.#rowNumber + 1);
    if (!Number.isInteger(this.#rowNumber) || this.#rowNumber < 1) throw new BrokenXml("row number");
    this.#column = -1;
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.rows.push({ rowNumber: this.#rowNumber, cells: this.#cells, doubtful: false });
    this.#cells = [];
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, "r");
    this.#column = reference ? columnOf(reference) : this.#column + 1;
    this.#type = attribute(attributes, "t") ?? "n";
    this.#style = Number(attribute(attributes, "s") ?? 0);
    this.#formula = false;
    this.#value = "";
  }

  #closeCell(): void {
    if (this.#value === "" || this.#column >= this.#context.limits.maxColumns) return;
    const cell = this.#cell();
    if (cell === BLANK) return;
    while (this.#cells.length < this.#column) this.#cells.push(BLANK);
    this.#cells[this.#column] = cell;
  }

  #cell(): Cell {
    const value = this.#value;
    switch (this.#type) {
      case "s": return this.#sharedText(value);
      case "inlineStr": case "str": return aCell("text", unescapeText(value), this.#formula);
      case "b": return booleanCell(value.trim() === "1", this.#formula);
      case "e": return aCell("error", value.trim(), this.#formula);
      case "d": return aCell("date", value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " "), this.#formula);
      default: return this.#number(value);
    }
  }

  #sharedText(value: string): Cell {
    const text = this.#context.textAt(Number(value));
    if (text === undefined) throw new BrokenXml("text not in table");
    return aCell("text", text, this.#formula);
  }

  #number(value: string): Cell {
    if (this.#context.dateStyles[this.#style]) {
      const day = dateText(Number(value), this.#context.since1904);
      if (day !== undefined) return aCell("date", day, this.#formula);
    }
    return aCell("number", plainNumber(value), this.#formula);
  }
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column < 1 || column > 16_384) throw new BrokenXml("cell reference");
  return column - 1;
}
