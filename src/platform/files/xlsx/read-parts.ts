import { attribute, XmlScanner, type XmlListener } from "./scan-xml.ts";
import { isDateFormat } from "./number-text.ts";
import type { SharedStrings } from "./shared-strings.ts";

/** A sheet as the workbook lists it, in its order. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** The workbook's list of sheets and its day count's origin. */
export async function readWorkbookPart(text: AsyncIterable<string>, targets: ReadonlyMap<string, string>): Promise<{ sheets: SheetPart[]; since1904: boolean }> {
  const sheets: SheetPart[] = [];
  let since1904 = false;
  await scan(text, (name, attributes) => {
    if (name === "workbookPr") since1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    const path = targets.get(attribute(attributes, "id") ?? "");
    const state = attribute(attributes, "state");
    if (path) sheets.push({ name: attribute(attributes, "name") ?? "", path, hidden: state !== undefined && state !== "visible" });
  });
  return { sheets, since1904 };
}

/** Relation number → path of the part, from the zip's root. Chart and dialogue sheets are left out. */
export async function readRelations(text: AsyncIterable<string>): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await scan(text, (name, attributes) => {
    if (name !== "Relationship" || !/\/(worksheet|sharedStrings|styles)$/.test(attribute(attributes, "Type") ?? "")) return;
    const target = attribute(attributes, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
    targets.set(attribute(attributes, "Id") ?? "", path);
    targets.set(/[^/]+$/.exec(attribute(attributes, "Type") ?? "")?.[0] ?? "", path);
  });
  return targets;
}

/** For each cell style, whether it shows a day. */
export async function readDateStyles(text: AsyncIterable<string>): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await scan(text, (name, attributes) => {
    if (name === "numFmt") codes.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
    if (name === "cellXfs") inCellStyles = true;
    if (name === "xf" && inCellStyles) {
      const id = Number(attribute(attributes, "numFmtId") ?? 0);
      styles.push(isDateFormat(id, codes.get(id)));
    }
  }, (name) => {
    if (name === "cellXfs") inCellStyles = false;
  });
  return styles;
}

/** Fills the table of texts. Rich text is joined; the reading aid above characters (phonetic runs) is left out. */
export async function readSharedStrings(text: AsyncIterable<string>, into: SharedStrings): Promise<void> {
  let current = "";
  let inText = false;
  let phonetic = false;
  const listener: XmlListener = {
    open(name) {
      if (name === "si") current = "";
      else if (name === "t") inText = !phonetic;
      else if (name === "rPh") phonetic = true;
    },
    text(piece) {
      if (inText) current += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") into.push(unescapeText(current));
    },
  };
  await feed(text, listener);
}

/** Excel writes control characters as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

async function scan(text: AsyncIterable<string>, open: (name: string, attributes: string) => void, close: (name: string) => void = () => {}): Promise<void> {
  await feed(text, { open, close, text: () => {} });
}

async function feed(text: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const scanner = new XmlScanner(listener);
  for await (const piece of text) scanner.write(piece);
  scanner.end();
}
