import { expect, test } from "vitest";
import { countPersons, recordConsents } from "#people/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import { cancelJob } from "#platform/jobs/queue.ts";
import { defineJob, type JobKind } from "#platform/jobs/job.ts";
import { openFile } from "#platform/files/index.ts";
import { buffer } from "node:stream/consumers";
import { fixtureTruth } from "../../testing/fixture-tables.ts";
import { givenChecked, look, work } from "../../testing/run-import.ts";
import { zh } from "../../messages/zh.ts";
import { faultyWorkbook } from "../showing/faulty-workbook.ts";
import { showImport } from "../showing/show-import.ts";
import { acceptImport } from "./accept-import.ts";
import { applyImport } from "./apply-import.ts";
import { resumeImport } from "./resume-import.ts";
import { undoImport } from "./undo-import.ts";

const t = testDatabase();
const aSession = () => sessionOf(anActor({ capabilities: ["register.import"] }), t);
const persons = (session: Session, filter = {}) => session.read(async (tx) => (await countPersons(tx, session.actor.orgId, filter, session.today)).persons);
const units = async ({ actor }: Session) => Number((await t.owner.query("select count(*) from places.units where org_id = $1", [actor.orgId])).rows[0].count);
const identities = async ({ actor }: Session) => Number((await t.owner.query("select count(distinct blind) from people.identifiers where org_id = $1 and system = 'resident_id' and fault is null", [actor.orgId])).rows[0].count);

async function givenApplied(session: Session) {
  const { row } = await givenChecked(session);
  await acceptImport(session, { importId: row.id, version: row.version });
  await work(session, row.id);
  return look(session, row.id);
}

/** The work of applying, broken after some chunks as by a crash. */
const breaksAfter = (chunks: number): readonly JobKind[] => [defineJob<{ importId: string }>("register.apply", async (job) => {
  let left = chunks;
  await applyImport(job.session, job.input.importId, { report: async (...given) => { await job.report(...given); if (left-- === 0) throw new Error("power cut"); } });
})];

test("the fixture from upload to undoing: the figures, the persons, the rows that come back, and nothing left behind", async () => {
  const session = aSession();
  const { row, status } = await givenChecked(session);
  expect(status).toBe("ready");
  expect(row.figures).toMatchObject(await fixtureTruth());
  expect(await persons(session)).toBe(0);

  await acceptImport(session, { importId: row.id, version: row.version });
  await work(session, row.id);
  const applied = await look(session, row.id);
  expect(applied).toMatchObject({ status: "applied", row: { createdCount: 1367, completedCount: 0, joinedCount: 23 } });
  expect(await persons(session)).toBe(1367);
  expect(await persons(session, { longAtHome: "yes", ageFrom: 16, ageTo: 45 })).toBe(105);
  expect(await units(session)).toBeGreaterThan(8);

  const file = await openFile({ bytes: await buffer((await faultyWorkbook(session, row.id, { ...zh.page.workbook, faults: zh.faults })).body) });
  const lines: string[][] = [];
  for await (const { cells } of file.sheets[0]!.rows()) lines.push(cells.map(({ text }) => text));
  expect(lines).toHaveLength(4);
  for (const line of lines.slice(1)) expect(line.join(" ")).toContain(zh.faults.name_missing.remedy);

  await undoImport(session, { importId: row.id, version: applied.row.version });
  await work(session, row.id);
  expect(await look(session, row.id)).toMatchObject({ status: "undone", row: { removedCount: 1367, keptCount: 0 } });
  expect([await persons(session), await units(session)]).toEqual([0, 0]);
});

test("the same file again completes those who are here instead of adding them twice, and says that it was here before", async () => {
  const session = aSession();
  await givenApplied(session);
  const again = await givenChecked(session);
  const shown = await showImport(session, again.row.id);
  expect(shown.same).toHaveLength(1);
  expect(again.row.figures!.matchesCertain).toBeGreaterThan(1300);
  await acceptImport(session, { importId: again.row.id, version: again.row.version });
  await work(session, again.row.id);
  const { row } = await look(session, again.row.id);
  expect(row.createdCount + row.completedCount).toBe(1367);
  expect(await persons(session)).toBe(1367 + row.createdCount);
  expect(row.createdCount).toBeLessThan(40); // whose number is damaged: only likely the same, so a person decides
  await undoImport(session, { importId: row.id, version: row.version });
  await work(session, row.id);
  expect(await persons(session)).toBe(1367);
});

test("accepted before, withdrawn before it goes in: nothing is added of whoever does not let their data be kept", async () => {
  const session = sessionOf(anActor({ capabilities: ["register.import", "people.write", "people.read"] }), t);
  const upload = async (phone: string, address: string) => givenChecked(session, { name: "名册.csv", bytes: Buffer.from(["姓名,身份证号,联系电话,现居住地址", `王安安,11010519491231002X,${phone},${address}`].join("\r\n")) });
  const first = await upload("13800001111", "");
  await acceptImport(session, { importId: first.row.id, version: first.row.version });
  await work(session, first.row.id);
  const { rows: [person] } = await t.owner.query<{ id: string }>("select id from people.persons where org_id = $1", [session.actor.orgId]);
  const second = await upload("13800002222", "二巷60号");
  await acceptImport(session, { importId: second.row.id, version: second.row.version });
  await session.write("withdraw", null, (tx) => recordConsents(session, tx, [{ personId: person!.id, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  await work(session, second.row.id);
  expect((await look(session, second.row.id)).row).toMatchObject({ createdCount: 0, completedCount: 0, joinedCount: 0, withheldCount: 1 });
  const { rows } = await t.owner.query("select p.address, c.value from people.persons p left join people.contacts c on c.person_id = p.id where p.org_id = $1", [session.actor.orgId]);
  expect(rows).toEqual([{ address: null, value: "13800001111" }]);
});

test("a crash in the middle, and the work done again: nobody twice, nobody missing", async () => {
  const session = aSession();
  const { row } = await givenChecked(session);
  await acceptImport(session, { importId: row.id, version: row.version });
  await expect(work(session, row.id, breaksAfter(1))).rejects.toThrow("power cut");
  const half = await persons(session);
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(1367);
  expect((await look(session, row.id)).status).toBe("stopped");
  await resumeImport(session, { importId: row.id });
  await work(session, row.id);
  expect(await persons(session)).toBe(1367);
  expect(await look(session, row.id)).toMatchObject({ status: "applied", row: { createdCount: 1367, joinedCount: 23 } });
  const { rows } = await t.owner.query("select count(*)::int as rows, count(distinct position)::int as positions from register.outcomes where import_id = $1", [row.id]);
  expect(rows[0]).toEqual({ rows: 1390, positions: 1390 });
  expect(await identities(session)).toBeGreaterThan(1300);
});

test("two workers at the same import bring each row in once", async () => {
  const session = aSession();
  const { row } = await givenChecked(session);
  await acceptImport(session, { importId: row.id, version: row.version });
  await Promise.all([1, 2, 3].map(() => applyImport(session, row.id, { report: async () => {} })));
  expect(await persons(session)).toBe(1367);
});

test("cancelled half-way it stays whole, and is undone or gone on with", async () => {
  const session = aSession();
  const { row } = await givenChecked(session);
  const { jobId } = await acceptImport(session, { importId: row.id, version: row.version });
  const cancels: readonly JobKind[] = [defineJob<{ importId: string }>("register.apply", async (job) => {
    let reports = 0;
    await applyImport(job.session, job.input.importId, {
      report: async (progress, tx) => {
        if (++reports === 2) await cancelJob(tx!, session.actor.orgId, jobId);
        await job.report(progress, tx);
      },
    });
  })];
  // The request to stop is rolled back with the chunk here, as it came in the same transaction; a person's own stands.
  expect((await work(session, row.id, cancels)).status).toBe("cancelled");
  const stopped = await look(session, row.id);
  expect(stopped.status).toBe("stopped");
  expect(await persons(session)).toBe(stopped.row.createdCount);
  await undoImport(session, { importId: row.id, version: stopped.row.version });
  await work(session, row.id);
  expect([await persons(session), (await look(session, row.id)).status]).toEqual([0, "undone"]);
});

test("two people who accept at once: one does, the other is told", async () => {
  const session = aSession();
  const { row } = await givenChecked(session);
  const other = sessionOf({ ...anActor({ capabilities: ["register.import"] }), orgId: session.actor.orgId }, t);
  const both = await Promise.allSettled([session, other].map((each) => acceptImport(each, { importId: row.id, version: row.version })));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { status: 412 } });
});
