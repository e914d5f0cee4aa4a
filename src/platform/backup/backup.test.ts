import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { recordAudit } from "../audit/record.ts";
import { verifyChain } from "../audit/verify.ts";
import { backup } from "./backup.ts";
import { restore } from "./restore.ts";
import { sortByNeed } from "./tables.ts";

const source = testDatabase();
const target = testDatabase();

async function givenBackup() {
  const actor = anActor();
  await sessionOf(actor, source).write("test", null, (tx) => recordAudit(tx, actor, [1, 2, 3].map((n) => ({ action: "a", subjectKind: "x", subjectId: `第 ${n} 行\t\\` }))));
  const base = await mkdtemp(join(tmpdir(), "linli-backup-"));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const folder = join(base, "today");
  return { actor, folder, manifest: await backup(source.owner, folder, new Date("2026-11-22T02:00:00Z")) };
}

test("a changed file is found and nothing is restored", async () => {
  const { folder } = await givenBackup();
  const file = join(folder, "audit.entries.copy.gz");
  await writeFile(file, gzipSync(gunzipSync(await readFile(file)).toString("utf8").replace("第 2 行", "第 9 行")));
  await expect(restore(target.owner, folder)).rejects.toThrow("changed since");
  expect((await target.owner.query("select from audit.entries")).rowCount).toBe(0);
});

test("what was backed up is restored, row for row, and the audit chain still holds", async () => {
  const { actor, folder, manifest } = await givenBackup();
  await restore(target.owner, folder);
  for (const { name } of manifest.tables) {
    const hash = `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`;
    expect((await target.owner.query(hash)).rows, name).toEqual((await source.owner.query(hash)).rows);
  }
  expect(await sessionOf(actor, target).read((tx) => verifyChain(tx, actor.orgId))).toMatchObject({ entries: 3, fault: null });
});

test("tables are ordered by what they need; a circle is refused by name", () => {
  expect(sortByNeed([{ name: "b", needs: ["a"] }, { name: "a", needs: [] }]).map(({ name }) => name)).toEqual(["a", "b"]);
  expect(() => sortByNeed([{ name: "b", needs: ["a"] }, { name: "a", needs: ["b"] }])).toThrow("b → a → b");
});
