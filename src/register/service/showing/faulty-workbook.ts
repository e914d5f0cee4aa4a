import { PassThrough, type Readable } from "node:stream";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { writeWorkbook, type CellValue, type OpenFile } from "#platform/files/index.ts";
import type { FaultKind } from "../../model/faults.ts";
import { planSheet } from "../../model/read-sheet.ts";
import { listRows, type KeptRow, type RowChoice } from "../../store/rows.ts";
import { loadImport } from "../load-import.ts";
import { withStoredFile } from "../stored-file.ts";

/** The words of the workbook, in the reader's language. */
export interface FaultyWords {
  readonly back: string;
  readonly warned: string;
  readonly row: string;
  readonly reason: string;
  readonly remedy: string;
  readonly sheet: string;
  readonly faults: Readonly<Record<FaultKind, { readonly reason: string; readonly remedy: string }>>;
}

const PAGE = 1000;

/** The rows that stayed out, as they came, with the reason and what to do behind each; and on a second sheet those that went in and want a look. */
export async function faultyWorkbook(session: Session, importId: string, words: FaultyWords): Promise<{ fileName: string; body: Readable }> {
  const { actor } = session;
  const { row } = await session.write("register.faulty", importId, async (tx) => {
    const loaded = await loadImport(session, tx, importId);
    await recordAudit(tx, actor, { action: "register.faulty_read", subjectKind: "register_import", subjectId: importId });
    return loaded;
  });
  const body = new PassThrough();
  withStoredFile(session, row, async (file) => {
    const width = await widthOf(file);
    const columns = Array.from({ length: width + 4 }, () => ({}));
    await writeWorkbook([
      { name: words.back, columns, rows: linesOf(session, importId, file, "back", words, width) },
      { name: words.warned, columns, rows: linesOf(session, importId, file, "warned", words, width) },
    ], body);
  }).catch((error: unknown) => body.destroy(error as Error));
  return { fileName: row.fileName, body };
}

async function widthOf(file: OpenFile): Promise<number> {
  let width = 1;
  for (const sheet of file.sheets) width = Math.max(width, (await planSheet(sheet)).columns.length);
  return width;
}

/** Reads the file once beside the rows wanted of it: both stand in the order of the file. */
async function* linesOf(session: Session, importId: string, file: OpenFile, choice: RowChoice, words: FaultyWords, width: number): AsyncGenerator<CellValue[]> {
  const wanted = rowsOf(session, importId, choice);
  let next = (await wanted.next()).value as KeptRow | undefined;
  for (const [index, sheet] of file.sheets.entries()) {
    if (next?.sheet !== index) continue;
    const { layout } = await planSheet(sheet);
    const header = Array.from({ length: width }, (_, column) => layout.headers[column]?.at(-1) ?? "");
    yield [...header, words.sheet, words.row, words.reason, words.remedy];
    for await (const { rowNumber, cells } of sheet.rows()) {
      if (next?.sheet !== index) break;
      if (rowNumber !== next.rowNumber) continue;
      const texts = Array.from({ length: width }, (_, column) => cells[column]?.text ?? "");
      yield [...texts, sheet.name, rowNumber, ...whyOf(next.faults, words)];
      next = (await wanted.next()).value as KeptRow | undefined;
    }
  }
}

async function* rowsOf({ actor, keys, read }: Session, importId: string, choice: RowChoice): AsyncGenerator<KeptRow> {
  for (let after = -1; ;) {
    const rows = await read((tx) => listRows(tx, actor.orgId, keys, importId, choice, { after, limit: PAGE }));
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.position;
  }
}

function whyOf(faults: readonly FaultKind[], words: FaultyWords): [string, string] {
  return [faults.map((kind) => words.faults[kind].reason).join("\n"), faults.map((kind) => words.faults[kind].remedy).join("\n")];
}
