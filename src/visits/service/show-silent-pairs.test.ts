import { expect, test } from "vitest";
import { changeNames, listNames } from "../../casework/index.ts";
import { givenCase } from "../../casework/testing.ts";
import { givenMember, givenOrganization, testGround } from "../../identity/testing.ts";
import { AccountId, OrgId } from "../../kernel/ids.ts";
import { givenPair } from "../../matching/testing.ts";
import { anActor } from "../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../platform/testing/database.ts";
import { exportSilentPairs, showSilentPairs } from "./show-silent-pairs.ts";

const t = testDatabase();
const STAFF = ["people.read", "people.write", "outreach.work", "volunteers.manage", "visits.read", "cases.work"] as const;

/** A supervisor of one team, and four pairs silent for 22, 21, 21 and 20 days; the last resident's case is with another team. */
async function givenSilence() {
  const ground = testGround(t);
  const orgId = OrgId.parse(await givenOrganization(ground));
  const { accountId } = await givenMember(ground, orgId, "supervisor", { name: "苏明远" });
  const supervisor = sessionOf({ ...anActor({ orgId, capabilities: [...STAFF, "cases.supervise"] }), accountId: AccountId.parse(accountId) }, t);
  for (const name of ["青年组", "长者组"]) await changeNames(supervisor, { intent: "add_team", name });
  const { teams } = await listNames(supervisor);
  const teamId = (name: string) => teams.find((team) => team.name === name)!.id;
  await changeNames(supervisor, { intent: "join", teamId: teamId("青年组"), accountId: supervisor.actor.accountId });
  const pairs: { pairId: string; residentId: string }[] = [];
  for (const activeOn of ["2026-10-31", "2026-11-01", "2026-11-01", "2026-11-02"]) pairs.push(await givenPair(supervisor, { activeOn }));
  await givenCase(supervisor, pairs[0]!.residentId, { teamId: teamId("青年组") });
  await givenCase(supervisor, pairs[3]!.residentId, { teamId: teamId("长者组") });
  const worker = sessionOf(anActor({ orgId, capabilities: [...STAFF] }), t);
  return { supervisor, worker, ids: pairs.map(({ pairId }) => pairId) };
}

test("a supervisor sees what their digest counts unless everybody's are asked for; who supervises nobody has no choice", async () => {
  const { supervisor, worker, ids } = await givenSilence();
  const team = await showSilentPairs(supervisor, { whose: "team" });
  expect(team).toMatchObject({ whose: "team", count: 3, next: null });
  expect(team.rows.map(({ pairId }) => pairId)).toEqual([ids[0], ...ids.slice(1, 3).toSorted()]);
  expect(await showSilentPairs(supervisor, { whose: "all" })).toMatchObject({ whose: "all", count: 4 });
  expect(await showSilentPairs(worker, { whose: "team" })).toMatchObject({ whose: null, count: 4 });
});

test("page by page every pair stands once, equally quiet ones too, also when it is gone on with the next day", async () => {
  const { supervisor, ids } = await givenSilence();
  const seen: string[] = [];
  for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages++) {
    const page = await showSilentPairs(supervisor, { whose: "all" }, { after, limit: 1 });
    expect(page).toMatchObject({ count: 4, rows: [{ residentName: "周思佳", helperName: "何雨欣" }] });
    seen.push(...page.rows.map(({ pairId }) => pairId));
    after = page.next;
  }
  expect(seen).toEqual([ids[0], ...ids.slice(1, 3).toSorted(), ids[3]]);
  const first = await showSilentPairs(supervisor, { whose: "all" }, { limit: 1 });
  const nextDay = sessionOf(supervisor.actor, t, { now: new Date("2026-11-23T00:30:00Z") });
  expect((await showSilentPairs(nextDay, { whose: "all" }, { after: first.next })).rows.map(({ pairId }) => pairId)).toEqual(seen.slice(1));
  await expect(showSilentPairs(supervisor, { whose: "all" }, { after: "made-up" })).rejects.toMatchObject({ reason: "platform.cursor_unknown" });
});

test("all pages leave as one table, with a note of how many; whoever may not read visits gets neither", async () => {
  const { supervisor, worker } = await givenSilence();
  expect(await exportSilentPairs(supervisor, { whose: "team" })).toHaveLength(3);
  expect(await exportSilentPairs(supervisor, { whose: "all" })).toHaveLength(4);
  const { rows } = await t.owner.query("select details from audit.entries where org_id = $1 and action = 'silent_pairs.exported' order by seq", [supervisor.actor.orgId]);
  expect(rows.map(({ details }) => details)).toEqual([{ whose: "team", rows: 3 }, { whose: "all", rows: 4 }]);
  const without = sessionOf({ ...worker.actor, capabilities: new Set() }, t);
  for (const attempt of [() => showSilentPairs(without, { whose: "all" }), () => exportSilentPairs(without, { whose: "all" })]) await expect(attempt()).rejects.toMatchObject({ reason: "access.not_allowed" });
});
