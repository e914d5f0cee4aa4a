import { expect, test } from "vitest";
import { recordConsents } from "#people/index.ts";
import { aPerson, givenPersons } from "#people/testing.ts";
import { connectPool, openDb } from "#platform/db/connect.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { upsertWish } from "../../store/wishes.ts";
import { givenTown, membersOf, RIGHTS } from "../../testing.ts";
import { beginRound } from "../rounds/begin-round.ts";
import { listRounds } from "../rounds/list-rounds.ts";
import { showSettings } from "../rounds/show-settings.ts";
import { changeMembers } from "./change-members.ts";
import { listMembers } from "./list-members.ts";
import { membersFound } from "./members-found.ts";

const t = testDatabase();

async function givenRound() {
  const town = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents: ["周思佳", "陈国庆", "吴子涵"], volunteers: ["何雨欣", "孙琳", "徐海燕"] });
  const { id: roundId } = await beginRound(town.session, { programmeId: town.programmeId, startOn: "2026-11-23" });
  return { ...town, roundId };
}

test("who is in and who could be is found by standing, placement and name, in pages by name", async () => {
  const { session, roundId } = await givenRound();
  const names = async (...given: Parameters<typeof listMembers> extends [unknown, unknown, ...infer Rest] ? Rest : never) => (await listMembers(session, roundId, ...given)).rows.map(({ name }) => name);
  expect((await names({ side: "resident", standing: "in" })).toSorted()).toEqual(["周思佳", "陈国庆", "吴子涵"].toSorted());
  expect(await names({ side: "helper", standing: "out" })).toEqual(["徐海燕"]);
  expect(await names({ side: "helper", placement: "reserve" })).toEqual(["徐海燕"]);
  expect(await names({ side: "resident", q: "zsj" })).toEqual(["周思佳"]);
  expect(await names({ side: "resident", communityId: null })).toHaveLength(3);
  const one = await listMembers(session, roundId, { side: "resident" }, { limit: 2 });
  const two = await listMembers(session, roundId, { side: "resident" }, { limit: 2, after: one.next });
  expect([one.rows.length, two.rows.length, two.next, one.found]).toEqual([2, 1, null, 3]);
  expect([...one.rows, ...two.rows].map(({ name }) => name)).toEqual(await names({ side: "resident" }));
});

test("some are put in or taken out, or all the filter finds; nobody who is not possible is put in", async () => {
  const { session, roundId } = await givenRound();
  const all = await membersOf(session, roundId);
  const stranger = (await givenPersons(session, [aPerson({ name: "赵六" })]))[0]!;
  expect(await changeMembers(session, { roundId, filter: { side: "resident" }, personIds: [all.residents[0]!], to: "out" })).toEqual({ changed: 1 });
  expect(await changeMembers(session, { roundId, filter: { side: "resident" }, personIds: [stranger, all.residents[0]!], to: "in" })).toEqual({ changed: 1 });
  expect((await membersOf(session, roundId)).residents).toEqual(all.residents);
  expect(await changeMembers(session, { roundId, filter: { side: "helper", placement: "reserve" }, personIds: null, to: "in" })).toEqual({ changed: 1 });
  expect(await changeMembers(session, { roundId, filter: { side: "helper", placement: "service_team" }, personIds: null, to: "out" })).toEqual({ changed: 2 });
  expect((await listMembers(session, roundId, { side: "helper", standing: "in" })).rows.map(({ name }) => name)).toEqual(["徐海燕"]);
  const settings = await showSettings(session, roundId);
  expect(settings.members).toEqual({ residents: 3, helpers: 1 });
  const { ids, standings } = await session.read((tx) => membersFound(session, tx, settings, { side: "helper" }));
  expect(ids.map((id) => standings.get(id)).toSorted()).toEqual(["in", "out", "out"]);
  await expect(changeMembers(session, { roundId, filter: { side: "helper" }, personIds: [], to: "in" })).rejects.toMatchObject({ reason: "matching.nobody_chosen" });
  const reader = sessionOf(anActor({ capabilities: ["matching.read"], orgId: session.actor.orgId }), t);
  await expect(listMembers(reader, roundId, { side: "helper" })).rejects.toMatchObject({ status: 403 });
  await expect(changeMembers(reader, { roundId, filter: { side: "helper" }, personIds: null, to: "in" })).rejects.toMatchObject({ status: 403 });
});

test("with 3,000 members a page stays quick, and asks the database no more than with three", { timeout: 120_000 }, async () => {
  const { session, actor, programmeId, roundId } = await givenRound();
  const asked: string[] = [];
  const pool = connectPool({ url: t.ownerUrl, role: "linli_app", maxConnections: 2 });
  const heard = sessionOf(actor, { db: openDb(pool, (sql) => asked.push(sql)) });
  const statements = async (work: () => Promise<unknown>) => { asked.length = 0; const from = performance.now(); await work(); return { statements: asked.length, tookMs: performance.now() - from }; };
  const works = [() => listMembers(heard, roundId, { side: "resident" }), () => listMembers(heard, roundId, { side: "resident", q: "周" }), () => showSettings(heard, roundId), () => listRounds(heard, programmeId)];
  const few = [];
  for (const work of works) few.push(await statements(work));
  const ids = await givenPersons(session, Array.from({ length: 3000 }, (_, at) => aPerson({ name: `周${String.fromCodePoint(0x4e00 + (at % 500))}`, contacts: [] })));
  await session.write("testing.many", null, async (tx) => {
    await recordConsents(session, tx, ids.map((personId) => ({ personId, purpose: "be_matched", state: "given", capacity: "self", fromOn: session.today, channel: "in_person" })));
    for (const personId of ids) await upsertWish(tx, actor.orgId, { programmeId, personId, wants: 1, sexAsked: null, languagesAsked: [], skillsSought: [], avoid: [], words: "", meetingPlace: "", safetyNote: "", rhythmDays: 7, waitingSinceOn: session.today, withdrawnOn: null, hours: [] });
  });
  expect(await changeMembers(heard, { roundId, filter: { side: "resident" }, personIds: null, to: "in" })).toEqual({ changed: 3000 });
  for (const [at, work] of works.entries()) {
    const many = await statements(work);
    expect(many.statements).toBe(few[at]!.statements);
    expect(many.tookMs).toBeLessThan(2000);
  }
  const page = await listMembers(heard, roundId, { side: "resident", standing: "in" });
  expect([page.found, page.rows.length]).toEqual([3003, 50]);
  expect((await showSettings(heard, roundId)).members.residents).toBe(3003);
  expect((await listRounds(heard, programmeId)).waiting).toMatchObject({ residents: 3003 });
  await pool.end();
});
