import type { Field } from "../fields.ts";
import type { Row } from "../table.ts";
import { code, squeeze, tidy } from "../normalise/text.ts";
import { cellTextsOf } from "./row-shape.ts";

/** What a row below the header is. Only `data` is read as a person. */
export type RowKind = "data" | "blank" | "subtotal" | "total" | "signature" | "note" | "section" | "header_again" | "example";

const SUBTOTAL = /^(?:[\p{Script=Han}\d第()（）]{0,14})?(?:小计|本页合计|页计|subtotal)[:：]?\d*(?:人|户|名)?$/iu;
const TOTAL = /^(?:[\p{Script=Han}]{0,10})?(?:合计|总计|共计|累计|总人数|total|grandtotal|sum)[:：]?(?:\d+)?(?:人|户|名)?$/iu;
const SIGNATURE = /^(?:审核|填表|制表|填报|负责|经办|复核|单位负责|主管|录入|审批|签字|签名|盖章|日期|填写|统计|报送|联系人|街道|社区)[\p{Script=Han}()]{0,8}[:：]|^(?:prepared|checked|approved|signed)by/iu;
const NOTE = /^(?:注|备注|说明|填表说明|注意|note|备考)\d*[:：.、]/iu;
const EXAMPLE = /^(?:例|示例|样例|范例|example)[:：]?\d*$/i;
/** Columns that tell who a row is about. */
const IDENTIFYING: readonly Field[] = ["residentId", "certificateNumber", "phone"];

/** What is needed to tell the rows apart, once for a sheet. */
export interface RowSorter {
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  /** Header lines as text, to find them again further down (one per printed page). */
  readonly headerLines: ReadonlySet<string>;
  readonly mappedColumns: number;
}

export function headerLine(row: Row): string {
  return cellTextsOf(row).map((text) => text.replaceAll(" ", "")).join("|");
}

/** Tells a person's row from sums, signatures, notes and headings in the table. */
export function classifyRow(row: Row, sorter: RowSorter): RowKind {
  if (holdsAnIdentifier(row, sorter)) return isExample(row) ? "example" : "data";
  const texts = cellTextsOf(row);
  if (texts.length === 0) return "blank";
  const words = texts.slice(0, 3).map((text) => text.replaceAll(" ", ""));
  if (words.some((word) => SUBTOTAL.test(word))) return "subtotal";
  if (words.some((word) => TOTAL.test(word))) return "total";
  if (texts.some((text) => SIGNATURE.test(text.replaceAll(" ", "")))) return "signature";
  if (NOTE.test(words[0]!)) return "note";
  if (isExample(row)) return "example";
  if (sorter.headerLines.has(headerLine(row))) return "header_again";
  return byContent(row, sorter, texts);
}

function byContent(row: Row, sorter: RowSorter, texts: readonly string[]): RowKind {
  const serial = sorter.columns.get("serial")?.[0];
  const beside = row.cells.filter((cell, column) => column !== serial && tidy(cell.text) !== "").length;
  if (beside === 0) return /\d/.test(texts[0]!) && texts[0]!.length < 8 ? "blank" : sectionOrNote(texts[0]!);
  const written = squeeze(row.cells[sorter.columns.get("name")?.[0] ?? -1]?.text ?? "");
  const name = /\p{L}/u.test(written) ? written : "";
  const distinct = new Set(texts).size;
  if (distinct === 1) return name !== "" && texts.length === 1 && name.length <= 4 && !/(社区|村|街道|组|栋)$/.test(name) ? "data" : sectionOrNote(texts[0]!);
  if (name !== "" && name.length <= 30) return "data";
  return beside >= Math.max(2, sorter.mappedColumns * 0.3) ? "data" : "note";
}

function sectionOrNote(text: string): RowKind {
  return text.length <= 20 && /(社区|村|街道|居委会|组|网格|楼|栋)[:：]?$/.test(text) ? "section" : "note";
}

function isExample(row: Row): boolean {
  return row.cells.slice(0, 2).some(({ text }) => EXAMPLE.test(squeeze(text)));
}

function holdsAnIdentifier(row: Row, { columns }: RowSorter): boolean {
  return IDENTIFYING.some((field) => columns.get(field)?.some((column) => {
    const text = row.cells[column]?.text ?? "";
    return text.length >= 7 && /\d{7}/.test(code(text));
  }));
}
