import { Refusal } from "#kernel/refusal.ts";
import { aCell, BLANK, type Cell, type SheetRow } from "../cell.ts";
import type { FileSource } from "../file-source.ts";
import type { FileLimits } from "../limits.ts";
import type { OpenFile } from "../open-file.ts";
import { decodeLines } from "./decode-lines.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { RecordSplitter, UnclosedQuote, type TextRecord } from "./split-records.ts";
import { surveyEncoding, type TextEncoding } from "./survey-encoding.ts";

const HEAD = 64 * 1024;

/** Opens a text table: finds its encoding (reading it once) and its delimiter. */
export async function openCsv(source: FileSource, limits: FileLimits): Promise<OpenFile> {
  const encoding = await surveyEncoding(source);
  const start = await startOf(source, encoding);
  if (start.trim() === "") throw new Refusal("invalid_input", "files.empty");
  const splitter = () => new RecordSplitter(findDelimiter(start), start.includes("\n") ? "\n" : "\r");
  const name = source.name ?? ("path" in source ? source.path.replace(/^.*[\\/]/, "") : "");
  return { kind: "csv", encoding, close: () => {}, sheets: [{ name, hidden: false, rows: () => rowsOf(source, encoding, splitter(), limits) }] };
}

async function startOf(source: FileSource, encoding: TextEncoding): Promise<string> {
  let start = "";
  for await (const piece of decodeLines(source, encoding, () => {})) {
    start += piece;
    if (start.length > HEAD) break;
  }
  return start.slice(0, HEAD).replace(/^\uFEFF/, "");
}

async function* rowsOf(source: FileSource, encoding: TextEncoding, splitter: RecordSplitter, limits: FileLimits): AsyncGenerator<SheetRow> {
  const doubtfulLines = new Set<number>();
  const at = { row: 0, line: 0 };
  const take = (records: readonly TextRecord[]) => records.flatMap((record) => rowOf(record, at, doubtfulLines, limits) ?? []);
  try {
    for await (const piece of decodeLines(source, encoding, (line) => doubtfulLines.add(line))) {
      for (const row of take(splitter.write(at.line === 0 ? piece.replace(/^\uFEFF/, "") : piece))) yield row;
    }
    for (const row of take(splitter.end())) yield row;
  } catch (error) {
    throw error instanceof UnclosedQuote ? new Refusal("invalid_input", "files.broken_text", { params: { row: at.row + 1 } }) : error;
  }
}

function rowOf({ fields, lines }: TextRecord, at: { row: number; line: number }, doubtfulLines: Set<number>, limits: FileLimits): SheetRow | null {
  at.row++;
  if (at.row > limits.maxRows) throw new Refusal("too_large", "files.too_many_rows", { params: { most: limits.maxRows } });
  const doubtful = takeDoubt(doubtfulLines, at.line + 1, at.line + lines);
  at.line += lines;
  if (at.row === 1 && /^sep=/i.test(fields[0] ?? "")) return null;
  const cells = cellsOf(fields.length > limits.maxColumns ? fields.slice(0, limits.maxColumns) : fields);
  return cells.length > 0 ? { rowNumber: at.row, cells, doubtful } : null;
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
