import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { FAULTS } from "../model/faults.ts";
import type { RegisterPreview } from "../model/preview.ts";
import { figuresOf, fixturePath, fixtureTruth } from "../testing/fixture-tables.ts";
import { previewCommand } from "./preview.ts";

const REGISTER = fixturePath("qingyun-register.xlsx");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "linli-test-"));
});
afterAll(async () => rm(folder, { recursive: true }));

async function printed(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await previewCommand(args, (text) => lines.push(text));
  return lines.join("\n");
}

async function aFile(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test("--json prints the clerk's figures under their own names", async () => {
  const truth = await fixtureTruth();
  expect(figuresOf(JSON.parse(await printed(REGISTER, "--json")) as RegisterPreview, truth)).toEqual(truth);
});

test("a saved mapping is used in place of the proposal", async () => {
  const preview = JSON.parse(await printed(REGISTER, "--json")) as RegisterPreview;
  const columns = preview.mapping.columns.map((column) => (column.field === "longAtHome" || column.field === "remarks" ? { ...column, field: null } : column));
  const mapping = await aFile("mapping.json", JSON.stringify({ mapping: { columns } }));
  expect((JSON.parse(await printed(REGISTER, "--json", "--mapping", mapping)) as RegisterPreview).homebound).toBe(0);
});

test("in words it names faults and rows, and shows nobody's data", async () => {
  const text = await printed(REGISTER);
  expect(text).toContain("不同的人\t1367");
  expect(text).toContain(zh.faults.id_turned_into_number.reason);
  expect(text).not.toMatch(/\d{15}/);
  expect(await printed(REGISTER, "--lang", "en")).toContain("Distinct persons\t1367");
});

test("refusals say what to do, in both languages", async () => {
  const shopping = await aFile("shopping.csv", "货品,数量,单价\n苹果,3,5\n梨,4,6\n");
  const broken = await aFile("broken.json", "{");
  for (const [args, reason] of [
    [[], "register.file_needed"], [[join(folder, "none.xlsx")], "register.file_not_found"], [[shopping], "register.no_people"], [[REGISTER, "--mapping", broken], "register.bad_mapping"],
  ] as const) {
    await expect(printed(...args)).rejects.toMatchObject({ name: "Refusal", reason });
    expect([zh.refusals[reason], en.refusals[reason]].every((text) => text.length > 5)).toBe(true);
  }
});

test("every fault has its words", () => {
  expect(Object.keys(zh.faults)).toEqual(Object.keys(FAULTS));
  expect(Object.keys(en.faults)).toEqual(Object.keys(FAULTS));
});
