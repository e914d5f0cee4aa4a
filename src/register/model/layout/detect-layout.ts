import type { Row } from "../table.ts";
import { tidy } from "../normalise/text.ts";
import { isHeaderWord } from "../mapping/header-words.ts";
import { cellTextsOf, isDataLike } from "./row-shape.ts";

/** Where a sheet's table begins, and what its columns are called. */
export interface Layout {
  /** Lines above the header: title, who filled it in, notes. */
  readonly titleRows: readonly number[];
  /** Row numbers of the header, from its top line. Empty when the file has none. */
  readonly headerRows: readonly number[];
  /** First row that may hold a person. */
  readonly firstDataRow: number;
  /** By column: group › header, as written; an empty path under no header. */
  readonly headers: readonly (readonly string[])[];
  /** 0–1. */
  readonly confidence: number;
}

/** Header lines are looked for in this many first filled rows. */
const SEARCHED_ROWS = 40;
const MOST_HEADER_ROWS = 4;

/** The layout where a person says in which row the header stands; 0: there is none. */
export function layoutAt(rows: readonly Row[], headerRow: number): Layout {
  const header = rows.filter(({ rowNumber }) => rowNumber === headerRow);
  const titleRows = rows.filter(({ rowNumber }) => rowNumber < headerRow).map(({ rowNumber }) => rowNumber);
  return { titleRows, headerRows: header.map(({ rowNumber }) => rowNumber), firstDataRow: headerRow + 1, headers: header.length > 0 ? headerPaths(header) : [], confidence: 1 };
}

/** Finds title, header and first data row in the first rows of a sheet, by their words and their shape; no layout is known beforehand. */
export function detectLayout(rows: readonly Row[]): Layout {
  const first = rows.slice(0, SEARCHED_ROWS);
  const best = strongestRow(first);
  if (best < 0) return { titleRows: [], headerRows: [], firstDataRow: rows[0]?.rowNumber ?? 1, headers: [], confidence: 0.4 };
  const top = extendUp(first, best);
  const bottom = extendDown(first, best);
  const block = first.slice(top, bottom + 1).filter((row) => !isColumnNumbers(row));
  return {
    titleRows: first.slice(0, top).map(({ rowNumber }) => rowNumber),
    headerRows: first.slice(top, bottom + 1).map(({ rowNumber }) => rowNumber),
    firstDataRow: first[bottom]!.rowNumber + 1,
    headers: headerPaths(block),
    confidence: wordsIn(first[best]!) >= 3 ? 0.95 : 0.7,
  };
}

/** Index of the row that is most like a header; −1 when none is. */
function strongestRow(rows: readonly Row[]): number {
  let best = -1;
  let bestScore = 2.5;
  const firstDataLike = rows.findIndex((row) => countDataLike(row) >= 2);
  for (const [index, row] of rows.entries()) {
    if (firstDataLike >= 0 && index > firstDataLike + 1) break;
    const score = headerScore(row, rows.slice(index + 1, index + 6));
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

function headerScore(row: Row, below: readonly Row[]): number {
  const texts = cellTextsOf(row);
  const distinct = new Set(texts);
  if (distinct.size < 2) return 0;
  const dataLike = countDataLike(row);
  const long = texts.filter((text) => text.length > 20).length;
  const words = wordsIn(row);
  const score = words * 2 + distinct.size * 0.2 - dataLike * 3 - long * 2;
  if (words > 0) return score;
  // Words nobody has seen: a full line of short, different texts over lines that hold numbers and dates.
  const full = below.length > 0 && distinct.size === texts.length && texts.length >= 0.8 * Math.max(...below.map((next) => cellTextsOf(next).length));
  const changes = below.length > 0 && below.every((next) => countDataLike(next) >= 1) && dataLike === 0 && long === 0;
  return full && changes ? 3 + texts.length * 0.05 : 0;
}

function wordsIn(row: Row): number {
  return new Set(cellTextsOf(row).filter(isHeaderWord)).size;
}

function countDataLike(row: Row): number {
  return row.cells.filter(isDataLike).length;
}

/** Group lines above the header: short words, at least two of them or one away from the first column; no colon, no sentence. */
function extendUp(rows: readonly Row[], from: number): number {
  let top = from;
  while (top > 0 && from - top < MOST_HEADER_ROWS - 1 && isGroupRow(rows[top - 1]!, rows[from]!)) top--;
  return top;
}

function isGroupRow(row: Row, header: Row): boolean {
  const texts = [...new Set(cellTextsOf(row))];
  if (countDataLike(row) > 0 || texts.some((text) => text.length > 16 || /[:：]/.test(text)) || texts.length === 0) return false;
  if (texts.length === 1) return texts[0] !== tidy(row.cells[0]?.text ?? "") && isHeaderWord(texts[0]!) && header.cells.length > 1;
  return texts.length < cellTextsOf(header).length || texts.every(isHeaderWord);
}

/** Lines of the header below its strongest one: sub-headers under a group, column numbers. */
function extendDown(rows: readonly Row[], from: number): number {
  let bottom = from;
  while (bottom + 1 < rows.length && bottom - from < MOST_HEADER_ROWS - 1 && continuesHeader(rows[bottom + 1]!, rows[bottom]!)) bottom++;
  return bottom;
}

function continuesHeader(row: Row, above: Row): boolean {
  if (isColumnNumbers(row)) return true;
  const texts = cellTextsOf(row);
  if (countDataLike(row) > 0 || texts.some((text) => text.length > 20)) return false;
  if (isAnswers(texts)) return true;
  const words = texts.filter(isHeaderWord).length;
  const hangsUnder = row.cells.every((cell, column) => tidy(cell.text) === "" || (above.cells.slice(0, column + 1).some(({ text }) => tidy(text) !== "")));
  return words >= 1 && words >= texts.length * 0.5 && hangsUnder;
}

/** The line `是 | 否` under a question: a column for each answer. */
function isAnswers(texts: readonly string[]): boolean {
  return texts.length >= 2 && texts.length <= 8 && texts.length % 2 === 0 && texts.every((text, place) => /^(是|yes)$/i.test(text) === (place % 2 === 0) && /^(是|否|yes|no)$/i.test(text));
}

/** The line `1 2 3 4 …` or `(1)(2)(3)` that some forms put under their header. */
function isColumnNumbers(row: Row): boolean {
  const numbers = cellTextsOf(row).map((text) => Number(/^[([]?(\d{1,2})[)\]]?$/.exec(text)?.[1] ?? Number.NaN));
  return numbers.length >= 4 && numbers.every((number, index) => number === numbers[0]! + index) && numbers[0]! <= 1;
}

/** Joins the header's lines column by column. A group stands over the columns to its right until the next group, as long as something stands below it. */
function headerPaths(block: readonly Row[]): string[][] {
  const width = Math.max(0, ...block.map(({ cells }) => cells.length));
  const carried = block.map(() => "");
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    block.forEach((row, level) => {
      const written = tidy(row.cells[column]?.text ?? "");
      const below = block.slice(level + 1).some(({ cells }) => tidy(cells[column]?.text ?? "") !== "");
      if (written !== "") carried[level] = below ? written : "";
      const shown = written !== "" ? written : below ? carried[level]! : "";
      if (shown !== "" && path.at(-1) !== shown) path.push(shown);
    });
    return path;
  });
}
