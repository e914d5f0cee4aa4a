import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { connectPool, openDb } from "#platform/db/connect.ts";
import { JobCancelled } from "#platform/jobs/job.ts";
import { fitPercent } from "../../model/fit.ts";
import { drawShare } from "../../model/changes/trial.ts";
import { givenHours, givenVolunteer } from "#volunteering/testing.ts";
import { givenUnit } from "#places/testing.ts";
import { sheetsOfRound } from "../../ui/round-sheets.ts";
import { acceptMany } from "../together/accept-many.ts";
import { possiblePeople } from "../members/possible-people.ts";
import { givenTown, membersOf, RIGHTS } from "../../testing.ts";
import { adoptRun } from "./adopt-run.ts";
import { beginRound } from "./begin-round.ts";
import { changeRound } from "./change-round.ts";
import { computeRun } from "./compute-run.ts";
import { decidePair } from "./decide-pair.ts";
import { exportRound } from "./export-round.ts";
import { mapRound } from "./map-round.ts";
import { requestTrial } from "./request-trial.ts";
import { showChanges } from "./show-changes.ts";
import { showRound } from "./show-round.ts";
import { showSettings } from "./show-settings.ts";

const t = testDatabase();
const FRIENDS = ["何雨欣", "孙琳", "李思远", "高洁", "唐果"];
const WAITING = ["周思佳", "陈国庆", "吴子涵", "郑浩然", "冯一诺", "褚欣怡"];

async function givenRound(residents = WAITING, volunteers = FRIENDS) {
  const town = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents, volunteers });
  const { id: roundId } = await beginRound(town.session, { programmeId: town.programmeId, startOn: "2026-11-23" });
  return { ...town, roundId };
}

async function givenResult(residents = WAITING, volunteers = FRIENDS) {
  const round = await givenRound(residents, volunteers);
  await computeRun(round.session, { roundId: round.roundId, jobId: randomUUID() });
  return { ...round, shown: await showRound(round.session, round.roundId) };
}

const rowsOf = (table: string, roundId: string) => t.owner.query(`select count(*)::int as rows from matching.${table} where round_id = $1`, [roundId]).then(({ rows }) => rows[0].rows as number);

test("a page shows its proposals and no more, and pages lead on and back by the order of the round", async () => {
  const { session, roundId, shown } = await givenResult();
  const all = shown.run!.proposals.map(({ residentId }) => residentId);
  expect([all.length, shown.counts!.total, shown.counts!.left]).toEqual([5, 5, 1]);
  expect(shown.pages).toEqual({ before: null, after: null });
  const residents = async (query: Parameters<typeof showRound>[2]) => { const page = await showRound(session, roundId, { limit: 2, ...query }); return { page, seen: page.run!.proposals.map(({ residentId }) => residentId) }; };
  for (const weakestFirst of [false, true]) {
    const one = await residents({ weakestFirst });
    const two = await residents({ weakestFirst, after: one.page.pages.after });
    const three = await residents({ weakestFirst, after: two.page.pages.after });
    expect([...one.seen, ...two.seen, ...three.seen].sort()).toEqual([...all].sort());
    if (!weakestFirst) expect([...one.seen, ...two.seen, ...three.seen]).toEqual(all);
    expect([one.page.pages.before, three.page.pages.after]).toEqual([null, null]);
    expect((await residents({ weakestFirst, before: three.page.pages.before })).seen).toEqual(two.seen);
    expect((await residents({ weakestFirst, before: two.page.pages.before })).seen).toEqual(one.seen);
    expect(Object.keys(one.page.sides).length).toBeLessThan(WAITING.length + FRIENDS.length); // only who is shown, and who may be chosen
  }
});

test("filters by state, by what changed, by name and initials; the counts stand whatever the filter", async () => {
  const { session, roundId, shown } = await givenResult();
  const [one, two, three] = shown.run!.proposals;
  await decidePair(session, { roundId, residentId: one!.residentId, helperId: one!.helperId, kind: "lock" });
  await decidePair(session, { roundId, residentId: two!.residentId, helperId: two!.helperId, kind: "accept" });
  await decidePair(session, { roundId, residentId: three!.residentId, helperId: three!.helperId, kind: "forbid", reason: "吵过架" });
  const residentsOf = async (query: Parameters<typeof showRound>[2]) => (await showRound(session, roundId, query)).run!.proposals.map(({ residentId }) => residentId);
  expect(await residentsOf({ show: "locked" })).toEqual([one!.residentId]);
  expect(await residentsOf({ show: "opened" })).toEqual([two!.residentId]);
  expect(await residentsOf({ show: "forbidden" })).toEqual([three!.residentId]);
  expect(await residentsOf({ show: "undecided" })).toHaveLength(2);
  expect(await residentsOf({ show: "fresh" })).toEqual([]);
  const name = shown.sides[one!.residentId]!.name;
  expect(await residentsOf({ q: name })).toEqual([one!.residentId]);
  const initials: Record<string, string> = { 周思佳: "zsj", 陈国庆: "cgq", 吴子涵: "wzh", 郑浩然: "zhr", 冯一诺: "fyn", 褚欣怡: "cxy" };
  expect(await residentsOf({ q: initials[name]! })).toContain(one!.residentId);
  expect(await residentsOf({ communityId: null })).toHaveLength(5);
  expect(await residentsOf({ communityId: randomUUID() })).toEqual([]);
  const { counts, run } = await showRound(session, roundId, { show: "left" });
  expect(counts).toMatchObject({ total: 5, states: { undecided: 2, locked: 1, opened: 1, forbidden: 1 }, fresh: 0, left: 1 });
  expect([run!.proposals, run!.unmatched]).toMatchObject([[], { length: 1 }]);
});

test("the weakest fit comes first when asked for", async () => {
  const { session, roundId } = await givenResult();
  const { run } = await showRound(session, roundId, { weakestFirst: true });
  const fits = run!.proposals.map(({ cost }) => fitPercent(cost, run!.rules));
  expect(fits).toEqual(fits.toSorted((a, b) => a - b));
});

test("what a drop-out would change is shown first, changes nothing, and is adopted only as it was looked at", async () => {
  const { session, roundId, shown } = await givenResult();
  const gone = shown.run!.proposals[0]!;
  const trial = { kind: "drop_out" as const, helperIds: [gone.helperId] };
  const { number } = await computeRun(session, { roundId, jobId: randomUUID(), trial });
  expect((await showRound(session, roundId)).run).toMatchObject({ number: 1, pairs: 5 });
  const changes = await showChanges(session, { roundId, number });
  expect(changes.run).toMatchObject({ pairs: 4, adoptedAt: null, changes: { lost: 1 } });
  expect([...changes.moved.rows.map(({ came }) => came), ...changes.lost.rows.map(({ lost }) => lost)].some((came) => came?.was === gone.helperId && came.why === "helper_left")).toBe(true);
  expect(changes.names[gone.helperId]).toBe(shown.sides[gone.helperId]!.name);
  await adoptRun(session, { roundId, number });
  expect((await showRound(session, roundId)).run).toMatchObject({ number, pairs: 4 });
  expect((await membersOf(session, roundId)).helpers).not.toContain(gone.helperId);
  expect((await adoptRun(session, { roundId, number })).number).toBe(number);
});

test("a trial whose round has changed since is not adopted, and the next trial takes its place", async () => {
  const { session, roundId, shown } = await givenResult();
  const [one, two] = shown.run!.proposals;
  const { number } = await computeRun(session, { roundId, jobId: randomUUID(), trial: { kind: "again" } });
  await decidePair(session, { roundId, residentId: one!.residentId, helperId: one!.helperId, kind: "lock" });
  await expect(adoptRun(session, { roundId, number })).rejects.toMatchObject({ reason: "matching.round_changed" });
  const next = await computeRun(session, { roundId, jobId: randomUUID(), trial: { kind: "forbid", residentId: two!.residentId, helperId: two!.helperId, reason: "吵过架" } });
  await expect(showChanges(session, { roundId, number: next.number + 5 })).rejects.toMatchObject({ reason: "matching.round_not_found" });
  expect(await rowsOf("runs", roundId)).toBe(2);
  await adoptRun(session, { roundId, number: next.number });
  const after = await showRound(session, roundId);
  expect(after.run!.proposals.some(({ residentId, helperId }) => residentId === two!.residentId && helperId === two!.helperId)).toBe(false);
});

test("what a lock would change, and what not pairing two would, is asked without a reason; adopting wants one", async () => {
  const { session, roundId, shown } = await givenResult();
  const [one, two] = shown.run!.proposals;
  const pair = { residentId: one!.residentId, helperId: one!.helperId };
  expect((await requestTrial(session, roundId, { kind: "lock", ...pair })).jobId).toBeTruthy();
  await expect(requestTrial(session, roundId, { kind: "lock", ...pair, helperId: randomUUID() })).rejects.toMatchObject({ reason: "matching.not_in_round" });
  const locked = await computeRun(session, { roundId, jobId: randomUUID(), trial: { kind: "lock", ...pair } });
  expect((await showChanges(session, { roundId, number: locked.number })).run.changes).toMatchObject({ moved: 0, lost: 0, added: 0 });
  await adoptRun(session, { roundId, number: locked.number });
  expect((await showRound(session, roundId, { show: "locked" })).run!.proposals.map(({ residentId }) => residentId)).toEqual([one!.residentId]);
  expect((await requestTrial(session, roundId, { kind: "forbid", reason: "", residentId: two!.residentId, helperId: two!.helperId })).jobId).toBeTruthy();
  const { number } = await computeRun(session, { roundId, jobId: randomUUID(), trial: { kind: "forbid", reason: "", residentId: two!.residentId, helperId: two!.helperId } });
  await expect(adoptRun(session, { roundId, number, reason: " " })).rejects.toMatchObject({ reason: "matching.reason_needed" });
  await adoptRun(session, { roundId, number, reason: "吵过架" });
  expect((await showRound(session, roundId)).run!.proposals.some(({ residentId, helperId }) => residentId === two!.residentId && helperId === two!.helperId)).toBe(false);
});

test("what one more volunteer would change is shown first; adopted, they are in, and the prices kept are those of the answer gone by", async () => {
  const { session, roundId, shown, programmeId } = await givenResult();
  await expect(requestTrial(session, roundId, { kind: "come_in", helperIds: [shown.run!.proposals[0]!.helperId] })).rejects.toMatchObject({ reason: "matching.nobody_comes_in" });
  expect(await rowsOf("run_prices", roundId)).toBe(1);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team", "马晓");
  await givenHours(session, volunteerId, [{ weekday: 6, from: "08:00", to: "12:00" }]);
  const possible = await session.read((tx) => possiblePeople(tx, session.actor.orgId, programmeId, "2026-11-23"));
  const helperId = [...possible.helpers.keys()].find((id) => !shown.helpers.includes(id))!;
  const { jobId } = await requestTrial(session, roundId, { kind: "come_in", helperIds: [helperId] });
  const { number } = await computeRun(session, { roundId, jobId, trial: { kind: "come_in", helperIds: [helperId] } });
  const changes = await showChanges(session, { roundId, number });
  expect([changes.run.pairs, changes.run.changes, changes.names[helperId]]).toEqual([6, { kept: 5, added: 1, moved: 0, lost: 0, gone: 0 }, "马晓"]);
  expect(await rowsOf("run_prices", roundId)).toBe(2);
  await adoptRun(session, { roundId, number });
  expect((await membersOf(session, roundId)).helpers).toContain(helperId);
  expect([(await showRound(session, roundId)).run!.pairs, await rowsOf("run_prices", roundId)]).toEqual([6, 1]);
});

test("a drill names who would step in and the gap, and is never a decision", async () => {
  const { session, roundId, shown } = await givenResult();
  await expect(requestTrial(session, roundId, { kind: "drill", helperIds: [], percent: 1 })).rejects.toMatchObject({ reason: "matching.nobody_drops_out" });
  expect((await requestTrial(session, roundId, { kind: "drill", helperIds: [], percent: 40 })).jobId).toBeTruthy();
  const helperIds = drawShare(shown.helpers, 40);
  const { number } = await computeRun(session, { roundId, jobId: randomUUID(), trial: { kind: "drill", helperIds, percent: 40 } });
  const { run, gap } = await showChanges(session, { roundId, number });
  expect(run.pairs).toBe(3);
  expect(gap).toEqual([{ place: null, residents: 3, calledIn: 0 }]);
  await expect(adoptRun(session, { roundId, number })).rejects.toMatchObject({ reason: "matching.drill_only" });
});

test("in a drill the pairs that meet already stay; whose friend drops out looks for another, also outside the round", async () => {
  const { session, roundId, shown, programmeId } = await givenResult();
  const pairs = shown.run!.proposals.map(({ residentId, helperId }) => ({ residentId, helperId }));
  expect((await acceptMany(session, { roundId, run: shown.run!.number, pairs })).done).toHaveLength(pairs.length);
  const drill = async () => {
    const { number } = await computeRun(session, { roundId, jobId: randomUUID(), trial: { kind: "drill", helperIds: [pairs[0]!.helperId], percent: null } });
    return showChanges(session, { roundId, number });
  };
  const { run, lost, gap } = await drill();
  expect([run.changes, lost.rows.map(({ residentId }) => residentId)]).toEqual([{ kept: pairs.length - 1, added: 0, moved: 0, lost: 1, gone: 0 }, [pairs[0]!.residentId]]);
  expect(gap.map(({ calledIn }) => calledIn)).toEqual([0]);
  for (const name of ["马晓", "石岚"]) await givenHours(session, await givenVolunteer(session, programmeId, "service_team", name), [{ weekday: 6, from: "08:00", to: "12:00" }]);
  const again = await drill();
  const [{ change }] = again.lost.rows as [typeof again.lost.rows[number]];
  expect([again.gap.map(({ residents, calledIn }) => [residents, calledIn]), change!.change.kind, ["马晓", "石岚"].includes(again.names[change!.helperId!]!)]).toEqual([[[2, 2]], "come_in", true]);
});

test("whom a note keeps apart is not brought together by hand either", async () => {
  const { session, roundId, shown } = await givenResult();
  const [one, two] = shown.run!.proposals;
  const wish = { roundId, residentId: one!.residentId, helperId: two!.helperId };
  await decidePair(session, { ...wish, kind: "forbid", reason: "吵过架" });
  await expect(decidePair(session, { ...wish, kind: "override", reason: "他们愿意" })).rejects.toMatchObject({ reason: "matching.pair_noted_apart" });
});

test("a cancel stops the thread and leaves no run; run again by its job, it keeps one", async () => {
  const { session, roundId } = await givenRound();
  const jobId = randomUUID();
  const stop = async () => { throw new JobCancelled(); };
  await expect(computeRun(session, { roundId, jobId }, stop)).rejects.toBeInstanceOf(JobCancelled);
  expect(await rowsOf("runs", roundId)).toBe(0);
  expect(await computeRun(session, { roundId, jobId })).toEqual(await computeRun(session, { roundId, jobId }));
  expect(await rowsOf("runs", roundId)).toBe(1);
});

test("a round changed while it is computed is computed again from what it is now", async () => {
  const { session, roundId } = await givenRound();
  const first = await computeRun(session, { roundId, jobId: randomUUID() });
  const before = await showRound(session, roundId);
  const { residentId, helperId } = before.run!.proposals[0]!;
  const [again] = await Promise.all([computeRun(session, { roundId, jobId: randomUUID() }), decidePair(session, { roundId, residentId, helperId, kind: "forbid", reason: "吵过架" })]);
  expect(again.number).toBe(first.number + 1);
  expect((await showRound(session, roundId)).run!.proposals.some((pair) => pair.residentId === residentId && pair.helperId === helperId)).toBe(false);
});

test("a round whose purpose does not allow it never reads what is guarded, and its rules cannot ask for it", async () => {
  const { programmeId, actor } = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents: ["周思佳"], volunteers: ["何雨欣"] });
  const asked: string[] = [];
  const pool = connectPool({ url: t.ownerUrl, role: "linli_app", maxConnections: 2 });
  const heard = sessionOf(actor, { db: openDb(pool, (sql) => asked.push(sql)) });
  const { id } = await beginRound(heard, { programmeId, startOn: "2026-11-23", purpose: "estimate" });
  await computeRun(heard, { roundId: id, jobId: randomUUID() });
  const settings = await showSettings(heard, id);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((sql) => /exclusions|"avoid"/.test(sql))).toEqual([]);
  expect(settings.rules.hardRules).not.toContain("do_not_match");
  const { version, rules: { weights } } = settings;
  const form = { version, startOn: "2026-11-23", minOverlapMinutes: 60, maxKilometres: 3, travelMode: "walk" as const, travelMinutes: 20, stability: 3, unknownDistance: "allow" as const, maxAgeGapYears: 10, weights };
  await expect(changeRound(heard, id, { ...form, purpose: "estimate", hardRules: ["contraindication"] })).rejects.toMatchObject({ reason: "matching.rule_beyond_purpose" });
  await changeRound(heard, id, { ...form, purpose: "befriending", hardRules: ["contraindication", "do_not_match", "distance"] });
  await computeRun(heard, { roundId: id, jobId: randomUUID() });
  expect(asked.some((sql) => /exclusions/.test(sql)) && asked.some((sql) => /"avoid"/.test(sql))).toBe(true);
  await pool.end();
});

test("where to recruit is told by community and by lane, on the map and in the workbook, in words", async () => {
  const { session, roundId, residentIds } = await givenRound();
  const communityId = await givenUnit(session, { name: "金沙社区", longitude: 102.7, latitude: 25.04 });
  const laneId = await givenUnit(session, { kind: "lane", name: "北巷", parentId: communityId, longitude: 102.701, latitude: 25.04 });
  await t.owner.query("update people.persons set community_id = $2, lane_id = $3 where id = any($1)", [residentIds, communityId, laneId]);
  await computeRun(session, { roundId, jobId: randomUUID() });
  const { recruitment, lanes } = await mapRound(session, roundId);
  expect(recruitment.map((group) => [group.communityId, group.lines.map(({ laneId: lane, atMost }) => [lane, atMost])])).toEqual([[communityId, [[null, 1], [laneId, 1]]]]);
  expect(lanes).toEqual({ [laneId]: "北巷" });
  expect((await showRound(session, roundId)).places[communityId]).toBe("金沙社区");
  const { sheets: [, , sheet] } = sheetsOfRound(await exportRound(session, roundId), "zh");
  expect(sheet.rows).toEqual([["金沙社区", "周六上午有空的志愿者", "多成 1 对"], ["金沙社区 · 北巷", "周六上午有空的志愿者", "多成 1 对"]]);
});

test("the map and the workbook count the same people, through the same gate", async () => {
  const { session, roundId, shown } = await givenResult();
  const map = await mapRound(session, roundId);
  expect([map.matched.get(null), map.left.get(null)]).toEqual([5, 1]);
  const book = await exportRound(session, roundId);
  expect([book.proposals.length, book.unmatched.length]).toEqual([5, 1]);
  expect(book.people.get(shown.run!.proposals[0]!.residentId)?.name).toBe(shown.sides[shown.run!.proposals[0]!.residentId]!.name);
  const stranger = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  for (const work of [mapRound, exportRound, showSettings]) await expect(work(stranger, roundId)).rejects.toMatchObject({ status: 403 });
  await expect(showChanges(stranger, { roundId, number: 1 })).rejects.toMatchObject({ status: 403 });
  await expect(adoptRun(stranger, { roundId, number: 1 })).rejects.toMatchObject({ status: 403 });
});
