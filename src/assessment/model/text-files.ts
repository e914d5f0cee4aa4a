import { z } from "zod";
import type { TextFault, TextRow } from "./item-texts.ts";

const NAMES: Readonly<Record<string, "item" | "text">> = { item: "item", 题号: "item", text: "text", 题目: "text" };

/** Rows of a table: a head of `item`, `text` (题号、题目) and one column per score. */
export function rowsOfTable(lines: readonly { readonly row: number; readonly cells: readonly string[] }[]): { rows: TextRow[]; faults: TextFault[] } {
  const [head, ...body] = lines;
  const names = (head?.cells ?? []).map((cell) => NAMES[cell.trim().toLowerCase()] ?? cell.trim());
  if (!names.includes("item") || !names.includes("text")) return { rows: [], faults: [{ row: head?.row ?? 1, field: names.includes("item") ? "text" : "item", reason: "no_header" }] };
  const rows = body.map(({ row, cells }) => {
    const at = (name: string) => cells[names.indexOf(name)] ?? "";
    const scores = names.flatMap((name, index) => (name === "item" || name === "text" || name === "" ? [] : [[name, cells[index] ?? ""] as const]));
    return { row, item: at("item"), text: at("text"), choices: Object.fromEntries(scores) };
  });
  return { rows, faults: [] };
}

const Entries = z.array(z.object({ item: z.union([z.string(), z.number()]).transform(String), text: z.string(), choices: z.record(z.string(), z.string()).default({}) })).max(500);

/** Rows of a JSON list `[{ "item": "1", "text": "…", "choices": { "0": "…" } }]`; the first entry is row 1. */
export function rowsOfJson(source: string): { rows: TextRow[]; faults: TextFault[] } {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return { rows: [], faults: [{ row: 1, field: "", reason: "not_json" }] };
  }
  const read = Entries.safeParse(data);
  if (read.success) return { rows: read.data.map((entry, index) => ({ row: index + 1, ...entry })), faults: [] };
  return { rows: [], faults: read.error.issues.map(({ path: [index, field] }) => ({ row: Number(index ?? 0) + 1, field: String(field ?? ""), reason: field === "item" ? "item_missing" : field === "text" ? "text_missing" : "not_json" })) };
}
