import { expect, test } from "vitest";
import { changeNames, listNames } from "#casework/index.ts";
import { givenCase } from "#casework/testing.ts";
import { setTier } from "#encounters/index.ts";
import { addDays } from "#kernel/calendar.ts";
import { AccountId, OrgId } from "#kernel/ids.ts";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { CAPABILITIES } from "#identity/testing.ts";
import { givenPair } from "#matching/testing.ts";
import { recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenIncident } from "#safeguarding/testing.ts";
import { compileToday } from "#today/testing.ts";
import { showSilentPairs, silentFilterOf } from "#visits/testing.ts";
import { givenCarer, givenStrain } from "../../testing.ts";
import { changeDigestRule } from "./change-digest.ts";
import { countDigest } from "./count-digest.ts";
import { openDigest, showDigest } from "./show-digest.ts";
import { sendDigest } from "./send-digest.ts";

const t = testDatabase();

async function aStation() {
  const ground = testGround(t);
  const orgId = OrgId.parse(await givenOrganization(ground));
  const { accountId } = await givenMember(ground, orgId, "supervisor", { name: "苏明远" });
  const actor = { ...anActor({ orgId, capabilities: [...CAPABILITIES] }), accountId: AccountId.parse(accountId) };
  const at = (days: number) => sessionOf(actor, t, { now: new Date(`${addDays("2026-11-22", days)}T02:00:00Z`) });
  return { orgId, actor, at, now: at(0) };
}

test("everything that waits is counted, nobody is named, and a withdrawal takes its person out of the count", async () => {
  const { at, now } = await aStation();
  const personId = await givenPerson(now, { name: "章大妈" });
  await givenCase(now, personId, { openedOn: now.today });
  await givenIncident(now, personId);
  await setTier(now, { personId, tier: "high", reason: "独居" } as never);
  await givenPair(now, { activeOn: addDays(now.today, -30) });
  await givenStrain(now, await givenCarer(now, personId), now.today, 3);
  const figures = await countDigest(at(40));
  expect(figures.lines).toMatchObject({ incidents: 0, overdue: 1, silent: 1, approvals: 0, reviews: 1, strained: 1 });
  expect((await countDigest(at(1))).lines).toMatchObject({ incidents: 1, reviews: 0 });
  expect(figures.load).toEqual([{ accountId: now.actor.accountId, open: 1, overdue: 1 }]);
  expect(JSON.stringify(figures)).not.toMatch(/章大妈|周思佳/);
  await now.write("withdraw", null, (tx) => recordConsents(now, tx, [{ personId, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: now.today, channel: "in_person" }]));
  expect((await countDigest(at(40))).lines).toMatchObject({ overdue: 0, reviews: 0 });
});

test("the number of silent pairs opens to exactly its rows", async () => {
  const { at, now } = await aStation();
  for (const name of ["青年组", "长者组"]) await changeNames(now, { intent: "add_team", name });
  const { teams } = await listNames(now);
  const teamId = (name: string) => teams.find((team) => team.name === name)!.id;
  await changeNames(now, { intent: "join", teamId: teamId("青年组"), accountId: now.actor.accountId });
  const [, , theirs] = [await givenPair(now, { activeOn: now.today }), await givenPair(now, { activeOn: now.today }), await givenPair(now, { activeOn: now.today })];
  await givenCase(now, theirs.residentId, { teamId: teamId("长者组"), openedOn: now.today });
  expect((await countDigest(at(40))).lines.silent).toBe(2);
  expect(await showSilentPairs(at(40), silentFilterOf(new URLSearchParams()))).toMatchObject({ whose: "team", count: 2 });
});

test("silence and an overdue contact stand on 今天 the day they begin, not the day before", async () => {
  const { at, now } = await aStation();
  await givenPair(now, { activeOn: now.today, rhythmDays: 7 });
  const personId = await givenPerson(now, { name: "章大妈" });
  await setTier(now, { personId, tier: "high", reason: "独居" } as never);
  const days = { silence: [] as number[], rhythm: [] as number[] };
  for (let day = 0; day <= 40; day++) {
    const kinds = new Set((await compileToday(at(day))).map(({ kind }) => kind));
    for (const kind of ["silence", "rhythm"] as const) if (kinds.has(kind)) days[kind].push(day);
  }
  console.log(`on 今天: silence of a weekly pair from day ${days.silence[0]}, a contact due from day ${days.rhythm[0]}`);
  for (const found of Object.values(days)) expect(found).toEqual(Array.from({ length: 41 - found[0]! }, (_, index) => found[0]! + index));
  expect(days.silence[0]).toBe(8);
});

test("kept as it was told, opened only by whom it was made for; the hour is changed by one at a time", async () => {
  const { orgId, at, now } = await aStation();
  expect(await sendDigest(now, "Asia/Shanghai")).toBe(true); // Sunday: Monday's is overdue
  expect(await sendDigest(now, "Asia/Shanghai")).toBe(false);
  expect((await compileToday(now)).filter(({ kind }) => kind === "digest")).toMatchObject([{ link: "/digest/2026-11-16" }]);
  expect(await openDigest(now, "2026-11-16")).toMatchObject({ weekOn: "2026-11-16", figures: { load: [] } });
  expect((await compileToday(now)).filter(({ kind }) => kind === "digest")).toEqual([]);
  expect((await showDigest(at(3))).past.map(({ weekOn }) => weekOn)).toEqual(["2026-11-16"]);
  const other = sessionOf(anActor({ orgId, capabilities: [...CAPABILITIES] }), t);
  await expect(openDigest(other, "2026-11-16")).rejects.toMatchObject({ reason: "digest.not_found" });
  await changeDigestRule(now, { version: 0, weekday: 5, hour: 17 });
  await expect(changeDigestRule(other, { version: 0, weekday: 2, hour: 9 })).rejects.toMatchObject({ reason: "platform.changed_meanwhile" });
  expect((await showDigest(now)).rule).toMatchObject({ version: 1, weekday: 5, hour: 17 });
  expect(await sendDigest(at(2), "Asia/Shanghai")).toBe(false);
  expect(await sendDigest(at(6), "Asia/Shanghai")).toBe(true);
  const worker = sessionOf(anActor({ orgId, capabilities: ["cases.work"] }), t);
  expect(await sendDigest(worker, "Asia/Shanghai")).toBe(false);
  await expect(showDigest(worker)).rejects.toMatchObject({ reason: "access.not_allowed" });
});
