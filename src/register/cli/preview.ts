import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { dayIn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { openFile } from "#platform/files/index.ts";
import { FIELDS, type Mapping } from "../model/fields.ts";
import { previewRegister } from "../model/preview-register.ts";
import { describePreview } from "./describe-preview.ts";

export const usage = "register preview FILE [--json] [--mapping FILE] [--places FILE] [--lang zh|en]";

const SavedMapping = z.object({
  columns: z.array(z.object({ column: z.int().min(0).max(16_383), field: z.enum(FIELDS).nullable(), inverted: z.boolean().optional(), fillDown: z.boolean().optional() })),
});

/**
 * Prints what a register file holds, without a database and without writing
 * anything. `--mapping` takes JSON with the `mapping` of an earlier preview
 * (or that whole preview); `--places` a text file, one community a line.
 */
export async function previewCommand(args: readonly string[], print: (text: string) => void = console.log): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { json: { type: "boolean" }, mapping: { type: "string" }, places: { type: "string" }, lang: { type: "string" } },
  });
  const [path] = positionals;
  if (!path) throw new Refusal("invalid_input", "register.file_needed");
  const mapping = values.mapping ? await readMapping(values.mapping) : undefined;
  const places = values.places ? (await readText(values.places)).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "") : undefined;
  if (!existsSync(path)) throw new Refusal("not_found", "register.file_not_found", { params: { file: path } });
  const file = await openFile({ path });
  try {
    const today = dayIn(new Date(), "Asia/Shanghai");
    const preview = await previewRegister(file.sheets, file.encoding, { today, ...(mapping ? { mapping } : {}), ...(places ? { places } : {}) });
    if (!preview.sheets.some(({ read }) => read)) throw new Refusal("invalid_input", "register.no_people");
    print(values.json ? JSON.stringify(preview, null, 1) : describePreview(preview, values.lang === "en" ? "en" : "zh"));
  } finally {
    file.close();
  }
}

async function readMapping(path: string): Promise<Mapping> {
  try {
    const json: unknown = JSON.parse(await readText(path));
    const saved = SavedMapping.parse(typeof json === "object" && json !== null && "mapping" in json ? json.mapping : json);
    return { columns: saved.columns.map(({ column, field, inverted, fillDown }) => ({ column, field, ...(inverted ? { inverted } : {}), ...(fillDown ? { fillDown } : {}) })) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("invalid_input", "register.bad_mapping");
  }
}

async function readText(path: string): Promise<string> {
  if (!existsSync(path)) throw new Refusal("not_found", "register.file_not_found", { params: { file: path } });
  return readFile(path, "utf8");
}
