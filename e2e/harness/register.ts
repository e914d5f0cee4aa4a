import { readFile } from "node:fs/promises";
import { expect, vi } from "vitest";
import { acceptImport, loadImport, uploadRegister, type ImportStatus } from "#register/index.ts";
import { givenUnit } from "#places/testing.ts";
import type { Team } from "./team.ts";

const REGISTER = new URL("../../src/register/fixtures/qingyun-register.xlsx", import.meta.url);
/** The day the register was filled in; the programme counts ages on it. */
export const REGISTER_DAY = "2021-06-30";
const COMMUNITIES = ["金沙社区", "北市社区", "水岸社区", "青松社区", "席子营社区", "云波社区", "白云路社区", "严家地社区"];

/** Brings in the street office's register, its long work done by the installation's own worker. With `outlines` its communities can be drawn on a map. */
export async function givenRegister(team: Team, { outlines = false } = {}): Promise<void> {
  const worker = await team.as("worker");
  if (outlines) for (const [index, name] of COMMUNITIES.entries()) await givenUnit(worker, { name, shape: square(index) });
  const { id: importId } = await uploadRegister(worker, { name: "青云街道残疾人名册.xlsx", bytes: await readFile(REGISTER) });
  const load = () => worker.read((tx) => loadImport(worker, tx, importId));
  const come = (status: ImportStatus) => vi.waitFor(async () => expect((await load()).status).toBe(status), { timeout: 120_000, interval: 200 });
  await come("ready");
  await acceptImport(worker, { importId, version: (await load()).row.version });
  await come("applied");
}

/** Made-up outlines: squares side by side, somewhere in Kunming. */
function square(index: number) {
  const [west, south, side] = [102.7 + (index % 4) * 0.01, 25.05 + Math.floor(index / 4) * 0.01, 0.0095];
  return { type: "Polygon" as const, coordinates: [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]] };
}
