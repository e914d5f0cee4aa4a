import { Refusal } from "#kernel/refusal.ts";
import type { SheetRow } from "./cell.ts";
import { openCsv } from "./csv/open-csv.ts";
import { sizeOf, type FileSource } from "./file-source.ts";
import { DEFAULT_LIMITS, type FileLimits } from "./limits.ts";
import { recogniseFile, type FileKind } from "./recognise-file.ts";
import { openWorkbook } from "./xlsx/open-workbook.ts";

/** One sheet of a workbook; a CSV file is one sheet. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Reads from the top each time it is called; stop early and the file is let go. */
  rows(): AsyncGenerator<SheetRow>;
}

/** A spreadsheet ready to be read row by row. Close it when done. */
export interface OpenFile {
  readonly kind: "xlsx" | "csv";
  /** Of a CSV file; `mixed` when some lines are in another encoding than the rest. */
  readonly encoding: "utf-8" | "gb18030" | "big5" | "utf-16le" | "utf-16be" | "mixed" | null;
  readonly sheets: readonly Sheet[];
  close(): void;
}

/**
 * Opens a spreadsheet of any size in bounded memory, or refuses it with a
 * reason the person can act on. The bytes decide what it is, not its name.
 */
export async function openFile(source: FileSource, limits: Partial<FileLimits> = {}): Promise<OpenFile> {
  const within = { ...DEFAULT_LIMITS, ...limits };
  const bytes = await sizeOf(source);
  if (bytes > within.maxBytes) {
    throw new Refusal("too_large", "files.too_large", { params: { megabytes: Math.ceil(bytes / 1048576), most: Math.floor(within.maxBytes / 1048576) } });
  }
  const kind = await recogniseFile(source);
  if (kind === "xlsx_or_zip") return openWorkbook(source, within);
  if (kind === "text") return openCsv(source, within);
  throw refusalOf(kind);
}

function refusalOf(kind: Exclude<FileKind, "xlsx_or_zip" | "text">): Refusal {
  switch (kind) {
    case "empty": return new Refusal("invalid_input", "files.empty");
    case "encrypted_office": return new Refusal("invalid_input", "files.password_protected");
    case "old_excel": return new Refusal("unsupported_type", "files.old_excel");
    case "html": return new Refusal("unsupported_type", "files.web_page");
    default: return new Refusal("unsupported_type", "files.wrong_type");
  }
}
