import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { drawPdf } from "#platform/print/draw-pdf.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { cancelSession, createSeries, signUp } from "#activities/index.ts";
import { aSeries } from "#activities/testing.ts";
import { givenTeam } from "#teams/testing.ts";
import { stepMember } from "#teams/index.ts";
import { givenProgramme, givenServing, givenVolunteer, personOf, removeVolunteer } from "#volunteering/testing.ts";
import { badgesText } from "../messages/index.ts";
import { NewPrint } from "../model/badge.ts";
import { badgeSheets } from "../ui/badge-sheets.ts";
import { checkBadge, limitChecks, passOfBadge } from "./check-badge.ts";
import { choosePeople, sourceChoices } from "./choose-people.ts";
import { requireManage } from "./ground.ts";
import { listBadges } from "./list-badges.ts";
import { printBadges } from "./print-badges.ts";
import { showPrint, takeSheets } from "./show-print.ts";
import { withdrawBadge } from "./withdraw-badge.ts";

const t = testDatabase();
const RIGHTS = ["people.read", "people.write", "volunteers.read", "volunteers.manage", "teams.own", "teams.work", "matching.read", "activities.read", "activities.manage"];

async function givenHouse() {
  const session = sessionOf(anActor({ capabilities: RIGHTS }), t);
  const programmeId = await givenProgramme(session);
  const serving = await givenServing(session, programmeId, "向琪");
  const applicant = await personOf(session, await givenVolunteer(session, programmeId, "applicant", "周末"));
  const as = (more: Parameters<typeof anActor>[0]) => sessionOf(anActor({ orgId: session.actor.orgId, ...more }), t);
  const print = (person: string | string[], validUntil = addDays(session.today, 365), of = `programme:${programmeId}`) => printBadges(session, NewPrint.parse({ of, person, validUntil }));
  return { session, programmeId, serving, applicant, as, print };
}

test("a badge is for whoever serves today; it is listed with who printed it, and nobody else is given one", async () => {
  const { session, programmeId, serving, applicant, print } = await givenHouse();
  expect(await sourceChoices(session)).toEqual([{ source: "programme", id: programmeId, name: "社区老友" }]);
  expect((await choosePeople(session, { source: "programme", id: programmeId })).people).toEqual([{ personId: serving, name: "向琪", role: "volunteer" }]);
  const { printId } = await print(serving);
  const { rows: [badge] } = await listBadges(session);
  expect(badge).toMatchObject({ printId, name: "向琪", state: "valid", byName: session.actor.name, sourceName: "社区老友", number: expect.stringMatching(/^\d{4}-\w{4}-\w{4}$/) });
  expect((await listBadges(session, { number: badge!.number.toLowerCase() })).rows).toHaveLength(1);
  expect((await listBadges(session, { number: "2026-2222-2222" })).rows).toEqual([]);
  await expect(print([serving, applicant])).rejects.toMatchObject({ reason: "badges.not_serving" });
  for (const until of [addDays(session.today, -1), addDays(session.today, 1097)]) await expect(print(serving, until)).rejects.toMatchObject({ reason: "badges.until_out_of_range" });
  const { rows } = await t.owner.query("select action, details from audit.entries where org_id = $1 and action like 'badge%'", [session.actor.orgId]);
  expect(rows).toEqual([{ action: "badges.printed", details: { badges: 1, validUntil: addDays(session.today, 365) } }]);
});

test("whoever scans one learns number, role and whether it is good today: no longer once the person left, the day passed, or it was withdrawn", async () => {
  const { session, serving, as, print, programmeId } = await givenHouse();
  await print(serving);
  const { rows: [badge] } = await listBadges(session);
  const anybody = as({ capabilities: [] });
  const pass = passOfBadge(session.keys, badge!.id);
  const look = (day = anybody.today) => checkBadge({ ...anybody, today: day }, pass);
  expect(await look()).toEqual({ number: badge!.number, role: "volunteer", valid: true });
  expect((await look(addDays(session.today, 366)))!.valid).toBe(false);
  expect(await checkBadge(anybody, `${pass.slice(0, -2)}AA`)).toBeNull();
  expect(await checkBadge(sessionOf(anActor(), t), pass)).toBeNull();
  await withdrawBadge(session, { badgeId: badge!.id, reason: "lost" });
  expect((await look())!.valid).toBe(false);
  await expect(withdrawBadge(session, { badgeId: badge!.id, reason: "lost" })).rejects.toMatchObject({ reason: "badges.withdrawn_already" });
  await printBadges({ ...session, now: new Date(session.now.getTime() + 1000) }, NewPrint.parse({ of: `programme:${programmeId}`, person: serving, validUntil: session.today }));
  const { rows: [second] } = await listBadges(session);
  const volunteerId = (await t.owner.query<{ id: string }>("select id from volunteering.volunteers where org_id = $1 and person_id = $2", [session.actor.orgId, serving])).rows[0]!.id;
  await removeVolunteer(session, { volunteerId, reason: "搬家了" });
  expect((await checkBadge(anybody, passOfBadge(session.keys, second!.id)))!.valid).toBe(false);
  expect((await listBadges(session)).rows.map(({ state }) => state)).toEqual(["not_serving", "withdrawn"]);
});

test("a team's members carry theirs while they belong to it", async () => {
  const { session, print } = await givenHouse();
  const { teamId, members, memberIds } = await givenTeam(session, ["纪桂芳", "刘玉兰"], []);
  await print([...members], addDays(session.today, 30), `team:${teamId}`);
  expect((await listBadges(session)).rows.map(({ state }) => state)).toEqual(["valid", "valid"]);
  await stepMember(session, teamId, { memberId: memberIds[1]!, part: "left", reason: "moved" });
  expect((await listBadges(session)).rows.map(({ state }) => state).sort()).toEqual(["not_serving", "valid"]);
});

test("who leads a team is shown as such, as long as they do; a member's badge holds for whoever belongs", async () => {
  const { session, print } = await givenHouse();
  const { teamId, members, memberIds } = await givenTeam(session, ["纪桂芳", "刘玉兰", "何秀英"], []);
  await stepMember(session, teamId, { memberId: memberIds[1]!, part: "deputy" });
  await print([...members], addDays(session.today, 30), `team:${teamId}`);
  const shown = async () => (await listBadges(session)).rows.map(({ name, role, state }) => `${name} ${role} ${state}`).toSorted((a, b) => a.localeCompare(b, "zh"));
  expect(await shown()).toEqual(["何秀英 member valid", "纪桂芳 lead valid", "刘玉兰 deputy valid"]);
  await stepMember(session, teamId, { memberId: memberIds[0]!, part: "member" });
  await stepMember(session, teamId, { memberId: memberIds[2]!, part: "lead" });
  expect(await shown()).toEqual(["何秀英 member valid", "纪桂芳 lead not_serving", "刘玉兰 deputy valid"]);
});

test("volunteers of an activity carry theirs while they have a place in what is to come", async () => {
  const { session, serving, as, print } = await givenHouse();
  const { seriesId, sessionIds: [sessionId] } = await createSeries(session, aSeries({ communityId: "" }, { placeId: null, rule: "", startsOn: addDays(session.today, 3) }));
  expect((await sourceChoices(session)).map(({ source }) => source)).toEqual(["programme"]);
  await signUp(session, { sessionId: sessionId!, personId: serving, role: "volunteer" });
  expect(await sourceChoices(session)).toContainEqual({ source: "activity", id: seriesId, name: "周三合唱" });
  const blind = as({ capabilities: RIGHTS.filter((one) => one !== "activities.read") });
  expect((await sourceChoices(blind)).map(({ source }) => source)).toEqual(["programme"]);
  await expect(choosePeople(blind, { source: "activity", id: seriesId })).rejects.toMatchObject({ reason: "badges.source_not_found" });
  await print(serving, addDays(session.today, 30), `activity:${seriesId}`);
  expect((await listBadges(session)).rows).toMatchObject([{ role: "helper", state: "valid", sourceName: "周三合唱" }]);
  await cancelSession(session, { sessionId: sessionId!, reason: "停电" });
  expect((await listBadges(session)).rows).toMatchObject([{ state: "not_serving" }]);
});

test("the sheets hold what still is good, ten to a page, in letters of our own, and that they were made is kept", async () => {
  const { session, serving, print } = await givenHouse();
  const { printId } = await print(serving);
  const { badges, organization } = await takeSheets(session, printId);
  const paper = Array.from({ length: 11 }, () => ({ ...badges[0]!, checkUrl: `https://linli.example/badge/qingyun/${passOfBadge(session.keys, badges[0]!.id)}` }));
  const pdf = (await drawPdf({ ...badgeSheets(paper, { organization, lang: "zh" }), compress: false })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  expect(pdf).toContain("/FontFile2");
  expect((await showPrint(session, printId)).badges).toHaveLength(1);
  await withdrawBadge(session, { badgeId: badges[0]!.id, reason: "mistake" });
  await expect(takeSheets(session, printId)).rejects.toMatchObject({ reason: "badges.none_valid" });
  expect((await t.owner.query("select from audit.entries where org_id = $1 and action = 'badges.sheets_made'", [session.actor.orgId])).rowCount).toBe(1);
});

test("a stranger to volunteers, a first factor alone and another organisation print, read and withdraw nothing; an address is limited", async () => {
  const { session, serving, as, print, programmeId } = await givenHouse();
  const { printId } = await print(serving);
  const { rows: [badge] } = await listBadges(session);
  expect(() => requireManage(as({ capabilities: ["volunteers.read"] }))).toThrow("access.not_allowed");
  await expect(listBadges(as({ capabilities: RIGHTS, strong: false }))).rejects.toMatchObject({ reason: "access.second_factor" });
  const other = sessionOf(anActor({ capabilities: RIGHTS }), t);
  await expect(showPrint(other, printId)).rejects.toMatchObject({ kind: "not_found" });
  await expect(withdrawBadge(other, { badgeId: badge!.id, reason: "lost" })).rejects.toMatchObject({ kind: "not_found" });
  await expect(choosePeople(other, { source: "programme", id: programmeId })).rejects.toMatchObject({ reason: "badges.source_not_found" });
  for (let count = 0; count < 120; count += 1) limitChecks("a", session.now);
  expect(() => limitChecks("a", session.now)).toThrow("badges.too_many");
  expect(Object.keys(badgesText.en.refusals)).toEqual(Object.keys(badgesText.zh.refusals));
});
