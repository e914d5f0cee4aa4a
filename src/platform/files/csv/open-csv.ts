import { CsvError, parse, type Info } from "csv-parse";
import { Readable } from "node:stream";
import { Refusal } from "#kernel/refusal.ts";
import { aCell, BLANK, type Cell, type SheetRow } from "../cell.ts";
import type { FileSource } from "../file-source.ts";
import type { FileLimits } from "../limits.ts";
import type { OpenFile } from "../open-file.ts";
import { decodeLines } from "./decode-lines.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { surveyEncoding, type TextEncoding } from "./survey-encoding.ts";

/** One record longer than this is a quote that was never closed. Characters. */
const LONGEST_RECORD = 1_000_000;
const HEAD = 64 * 1024;

/** Opens a text table: finds its encoding (reading it once) and its delimiter. */
export async function openCsv(source: FileSource, limits: FileLimits): Promise<OpenFile> {
  const encoding = await surveyEncoding(source);
  const start = await startOf(source, encoding);
  if (start.trim() === "") throw new Refusal("invalid_input", "files.empty");
  const delimiter = findDelimiter(start);
  const name = source.name ?? ("path" in source ? source.path.replace(/^.*[\\/]/, "") : "");
  return { kind: "csv", encoding, close: () => {}, sheets: [{ name, hidden: false, rows: () => rowsOf(source, encoding, delimiter, limits) }] };
}

async function startOf(source: FileSource, encoding: TextEncoding): Promise<string> {
  let start = "";
  for await (const piece of decodeLines(source, encoding, () => {})) {
    start += piece;
    if (start.length > HEAD) break;
  }
  return start.slice(0, HEAD).replace(/^\uFEFF/, "");
}

async function* rowsOf(source: FileSource, encoding: TextEncoding, delimiter: string, limits: FileLimits): AsyncGenerator<SheetRow> {
  const doubtfulLines = new Set<number>();
  const text = Readable.from(decodeLines(source, encoding, (line) => doubtfulLines.add(line)));
  const parser = parse({
    delimiter, bom: true, info: true, relax_quotes: true, relax_column_count: true, max_record_size: LONGEST_RECORD, record_delimiter: ["\r\n", "\n", "\r"],
  });
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  let rowNumber = 0;
  let line = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      rowNumber++;
      if (rowNumber > limits.maxRows) throw new Refusal("too_large", "files.too_many_rows", { params: { most: limits.maxRows } });
      const doubtful = takeDoubt(doubtfulLines, line + 1, info.lines);
      line = info.lines;
      if (rowNumber === 1 && /^sep=/i.test(record[0] ?? "")) continue;
      const cells = cellsOf(record.length > limits.maxColumns ? record.slice(0, limits.maxColumns) : record);
      if (cells.length > 0) yield { rowNumber, cells, doubtful };
    }
  } catch (error) {
    throw error instanceof CsvError ? new Refusal("invalid_input", "files.broken_text", { params: { row: rowNumber + 1 } }) : error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

function takeDoubt(lines: Set<number>, from: number, to: number): boolean {
  if (lines.size === 0) return false;
  let found = false;
  for (let line = from; line <= to; line++) found = lines.delete(line) || found;
  return found;
}

function cellsOf(record: readonly string[]): Cell[] {
  const cells = record.map(cellOf);
  while (cells.length > 0 && cells.at(-1) === BLANK) cells.pop();
  return cells;
}

/** `="0871"` is how programs keep leading zeros in CSV; other text after an equals sign is a formula without its result. */
function cellOf(field: string): Cell {
  if (field === "" || field.trim() === "") return BLANK;
  if (field.charCodeAt(0) !== 61) return aCell("text", field);
  const kept = /^="(.*)"$/s.exec(field);
  return kept ? aCell("text", kept[1]!.replaceAll('""', '"')) : aCell("text", field, true);
}
