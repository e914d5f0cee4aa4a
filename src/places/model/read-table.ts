import { readDivisionCode, kindOfCode } from "./division-code.ts";
import type { ReadDrafts, RowFault, UnitDraft } from "./import-draft.ts";
import type { UnitKind } from "./unit-kinds.ts";

/** A row of a table as text. */
export interface TableRow { readonly rowNumber: number; readonly cells: readonly string[] }

type Column = "code" | "name" | "kind" | "parent" | "aliases" | "urbanRuralClass" | "longitude" | "latitude";

/** Heads as lists of places have them, without spaces, in lower case. */
const HEADS: Readonly<Record<Column, RegExp>> = {
  code: /^(统计用)?(区划|行政区划|社区|单位)?(代码|编码|编号)$|^(division)?code$/, name: /^(社区|单位|区划|地点|小区)?(名称|名字|名)$|^name$/, kind: /^(类型|类别|级别|层级|种类)$|^(kind|type|level)$/,
  parent: /^(上级|所属)(单位|社区|街道|名称|代码|区划)?$|^parent$/, aliases: /^(别名|曾用名|又名|旧称)$|^alias(es)?$/, urbanRuralClass: /^城乡(分类|属性)?(代码)?$|^urbanrural(class)?$/,
  longitude: /^经度$|^(lng|lon|longitude)$/, latitude: /^纬度$|^(lat|latitude)$/,
};
const KINDS: readonly (readonly [RegExp, UnitKind])[] = [
  [/^(地级)?市$|^city$/i, "city"], [/^(市辖区|区|县|县级市)$|^district$/i, "district"], [/^(街道|街道办|街道办事处|镇|乡)$|^street$/i, "street"],
  [/^(社区|村|居委会|村委会|行政村)$|^community$/i, "community"], [/^(巷|里|弄|胡同|小区|街巷)$|^lane$/i, "lane"], [/^(网格|片区)$|^grid$/i, "grid"], [/^(楼栋|楼|栋|幢|院落)$|^building$/i, "building"],
];
/** A head may stand below a title. */
const SEARCHED_FOR_HEAD = 10;

/** Reads units from a table with a head anywhere in its first rows. Null when no row looks like one: code or kind, and name. */
export function readTable(rows: readonly TableRow[]): ReadDrafts | null {
  for (const [index, row] of rows.slice(0, SEARCHED_FOR_HEAD).entries()) {
    const columns = columnsOf(row);
    if (columns.name === undefined || (columns.code === undefined && columns.kind === undefined)) continue;
    const read = rows.slice(index + 1).flatMap((data) => readRow(data, columns));
    return { drafts: read.filter((one): one is UnitDraft => "name" in one), faults: read.filter((one): one is RowFault => "reason" in one) };
  }
  return null;
}

function columnsOf({ cells }: TableRow): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  cells.forEach((cell, column) => {
    const head = cell.normalize("NFKC").replace(/[\s_]/g, "").toLowerCase();
    for (const [name, pattern] of Object.entries(HEADS)) if (found[name as Column] === undefined && pattern.test(head)) { found[name as Column] = column; break; }
  });
  return found;
}

function readRow({ rowNumber: row, cells }: TableRow, columns: Partial<Record<Column, number>>): (UnitDraft | RowFault)[] {
  const text = (column: Column) => (columns[column] === undefined ? "" : (cells[columns[column]] ?? "").normalize("NFKC").trim());
  if (cells.every((cell) => cell.trim() === "")) return [];
  const fault = (reason: RowFault["reason"], what: string): RowFault[] => [{ row, reason, text: what }];
  const [name, code, kindText] = [text("name"), text("code").replace(/\s/g, ""), text("kind")];
  if (name === "") return fault("place.name_missing", "");
  if (name.length > 60) return fault("place.name_long", name.slice(0, 60));
  const whole = code === "" ? null : padded(code);
  if (whole !== null && readDivisionCode(whole).level === null) return fault(/e\+/i.test(code) ? "place.code_turned_into_number" : "place.code_form", code);
  const kind = kindText === "" ? (whole === null ? null : kindOfCode(whole)) : KINDS.find(([word]) => word.test(kindText))?.[1] ?? null;
  if (kind === null) return fault("place.kind_unknown", kindText);
  const [longitude, latitude] = [degrees(text("longitude"), 180), degrees(text("latitude"), 90)];
  if (longitude === undefined || latitude === undefined || (longitude === null) !== (latitude === null)) return fault("place.point_wrong", `${text("longitude")} ${text("latitude")}`);
  const urbanRuralClass = text("urbanRuralClass") || null;
  if (urbanRuralClass !== null && !/^[12]\d{2}$/.test(urbanRuralClass)) return fault("place.class_form", urbanRuralClass);
  const aliases = text("aliases").split(/[、,，;；/|]/).map((alias) => alias.trim()).filter((alias) => alias !== "" && alias !== name);
  return [{ row, kind, name, code: whole, parent: text("parent") || null, aliases, urbanRuralClass, longitude, latitude, shape: null }];
}

/** Lists often leave off the zeros behind: 530103001 is a street's code. */
const padded = (code: string): string => (/^(\d{4}|\d{6}|\d{9})$/.test(code) ? code.padEnd(12, "0") : code);

function degrees(text: string, most: number): number | null | undefined {
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= most ? value : undefined;
}
