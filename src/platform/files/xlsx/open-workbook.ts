import { Refusal } from "#kernel/refusal.ts";
import type { SheetRow } from "../cell.ts";
import type { FileSource } from "../file-source.ts";
import type { FileLimits } from "../limits.ts";
import type { OpenFile } from "../open-file.ts";
import { openZip, type Zip } from "./open-zip.ts";
import { SheetParser, type SheetContext } from "./parse-sheet.ts";
import { readDateStyles, readRelations, readSharedStrings, readWorkbookPart, type SheetPart } from "./read-parts.ts";
import { BrokenXml, XmlScanner } from "./scan-xml.ts";
import { SharedStrings } from "./shared-strings.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** Opens an .xlsx: its list of sheets now, their rows when asked. */
export async function openWorkbook(source: FileSource, limits: FileLimits): Promise<OpenFile> {
  const zip = await openZip(source, limits);
  const texts = new SharedStrings();
  const close = () => {
    texts.close();
    zip.close();
  };
  try {
    refuseOtherZip(zip);
    const targets = await readRelations(zip.text(RELATIONS));
    const { sheets, since1904 } = await readWorkbookPart(zip.text(WORKBOOK), targets);
    const context = await contextOf(zip, targets, texts, since1904, limits);
    const there = sheets.filter(({ path }) => zip.has(path));
    if (there.length === 0) throw new Refusal("invalid_input", "files.broken_workbook");
    return {
      kind: "xlsx", encoding: null, close,
      sheets: there.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, rows: () => rowsOf(zip, sheet, context) })),
    };
  } catch (error) {
    close();
    throw asRefusal(error);
  }
}

function refuseOtherZip(zip: Zip): void {
  if (zip.has(WORKBOOK) && zip.has(RELATIONS)) return;
  if (zip.has("xl/workbook.bin")) throw new Refusal("unsupported_type", "files.binary_workbook");
  const partOfWorkbook = zip.paths().some((path) => path.startsWith("xl/"));
  throw partOfWorkbook ? new Refusal("invalid_input", "files.broken_workbook") : new Refusal("unsupported_type", "files.wrong_type");
}

async function contextOf(zip: Zip, targets: ReadonlyMap<string, string>, texts: SharedStrings, since1904: boolean, limits: FileLimits): Promise<SheetContext> {
  const stylesPath = targets.get("styles") ?? "xl/styles.xml";
  const textsPath = targets.get("sharedStrings") ?? "xl/sharedStrings.xml";
  const dateStyles = zip.has(stylesPath) ? await readDateStyles(zip.text(stylesPath)) : [];
  if (zip.has(textsPath)) await readSharedStrings(zip.text(textsPath), texts);
  return { textAt: (index) => texts.at(index), dateStyles, since1904, limits };
}

async function* rowsOf(zip: Zip, sheet: SheetPart, context: SheetContext): AsyncGenerator<SheetRow> {
  const parser = new SheetParser(context);
  const scanner = new XmlScanner(parser);
  let count = 0;
  try {
    for await (const piece of zip.text(sheet.path)) {
      scanner.write(piece);
      const { rows } = parser;
      parser.rows = [];
      count += rows.length;
      if (count > context.limits.maxRows) throw new Refusal("too_large", "files.too_many_rows", { params: { most: context.limits.maxRows } });
      for (const row of rows) yield row;
    }
    scanner.end();
  } catch (error) {
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): unknown {
  return error instanceof BrokenXml ? new Refusal("invalid_input", "files.broken_workbook") : error;
}
