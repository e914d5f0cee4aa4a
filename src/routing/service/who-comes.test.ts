import { expect, test } from "vitest";
import { addRelationships } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import { givenProgramme } from "#volunteering/testing.ts";
import { recordConsents } from "#people/index.ts";
import { saveWish } from "#matching/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { VisitorAsks } from "../model/plan.ts";
import { givenPlan, givenQuarter, type Quarter } from "../testing.ts";
import { showPlan } from "./plans/show-plan.ts";
import { showSheet } from "./plans/show-sheet.ts";
import { changeAsks } from "./visits/change-asks.ts";
import { changeVisit } from "./visits/change-visit.ts";
import { decideStop } from "./visits/decide-stop.ts";
import { showVisit } from "./visits/show-visit.ts";
import { changeOffer } from "./visitors/change-offer.ts";
import { listOffers } from "./visitors/list-offers.ts";

const t = testDatabase();
const NOTHING: VisitorAsks = { languages: [], skills: [], sex: null, wanted: null, never: [] };
const accountOf = (key: string) => key.slice("staff:".length);

async function whereIs({ worker }: Quarter, planId: string, personId: string) {
  const { standing, visit } = await showVisit(worker, planId, personId);
  return standing?.letter ?? visit.left?.reason;
}

test("a tongue asked for is found with a colleague of whom it is said, and without one the reason names it", async () => {
  const quarter = await givenQuarter(t, 2);
  const [personId] = quarter.residents as [string];
  const planId = await givenPlan(quarter);
  await changeAsks(quarter.worker, { ...NOTHING, planId, personId, languages: ["彝语"] });
  expect((await showVisit(quarter.worker, planId, personId)).visit.left).toEqual({ personId, reason: "nobody_speaks", what: "彝语" });
  await changeOffer(quarter.worker, { accountId: accountOf(quarter.supervisorKey), languages: ["彝语"], skills: [], sex: "male" });
  expect((await listOffers(quarter.worker)).find(({ accountId }) => accountId === accountOf(quarter.supervisorKey))).toMatchObject({ languages: ["彝语"], sex: "male" });
  await changeAsks(quarter.worker, { ...NOTHING, planId, personId, languages: ["彝语"] });
  expect(await whereIs(quarter, planId, personId)).toBe("B");
  await expect(decideStop(quarter.worker, { planId, personId, kind: "move", teamId: (await showPlan(quarter.worker, planId)).teams[0]!.id, rank: 1 })).rejects.toMatchObject({ reason: "routing.move_not_allowed" });
  await changeAsks(quarter.worker, { ...NOTHING, planId, personId, sex: "female" });
  expect(await whereIs(quarter, planId, personId)).toBe("nobody_of_sex");
  await changeAsks(quarter.worker, { ...NOTHING, planId, personId, wanted: quarter.workerKey as VisitorAsks["wanted"] });
  expect(await whereIs(quarter, planId, personId)).toBe("A");
  const another = await givenPlan(quarter);
  expect(await whereIs(quarter, another, personId)).toBe("A");
});

test("who must not meet somebody by a mark in the family is never sent there, and who asks for whom must be known", async () => {
  const quarter = await givenQuarter(t, 1);
  const [personId] = quarter.residents as [string];
  const [colleague] = await givenPersons(quarter.worker, [{ name: "表哥", sex: "male" }]);
  await t.owner.query("update identity.memberships set person_id = $1 where account_id = $2", [colleague, accountOf(quarter.workerKey)]);
  await quarter.worker.write("kin", null, (tx) => addRelationships(quarter.worker, tx, [{ personId, otherId: colleague!, relation: "表哥", inverse: "表弟", contactRule: "must_not" }]));
  const planId = await givenPlan(quarter);
  expect(await whereIs(quarter, planId, personId)).toBe("B");
  expect((await showVisit(quarter.worker, planId, personId)).visit.asks).toMatchObject({ noted: [quarter.workerKey], never: [{ key: quarter.workerKey }] });
  await expect(changeAsks(quarter.worker, { ...NOTHING, planId, personId, wanted: `staff:${crypto.randomUUID()}` })).rejects.toMatchObject({ reason: "routing.no_such_visitor" });
  const both = quarter.supervisorKey as NonNullable<VisitorAsks["wanted"]>;
  await expect(changeAsks(quarter.worker, { ...NOTHING, planId, personId, wanted: both, never: [both] })).rejects.toMatchObject({ reason: "routing.wanted_and_never" });
});

test("what was wished of a friend counts until something is said for visits, and a round to the door does not look at women or men", async () => {
  const quarter = await givenQuarter(t, 1);
  const [personId] = quarter.residents as [string];
  const matcher = sessionOf({ ...anActor({ orgId: quarter.orgId, capabilities: ["matching.manage", "people.read", "volunteers.manage", "volunteers.read"] }) }, t);
  const programmeId = await givenProgramme(matcher, { slug: `p-${crypto.randomUUID().slice(0, 8)}` });
  await saveWish(matcher, { programmeId, personId, sexAsked: "female", languagesAsked: ["昆明话"] });
  await quarter.worker.write("consent", null, (tx) => recordConsents(quarter.worker, tx, [{ personId, purpose: "be_matched", state: "given", capacity: "self", fromOn: quarter.worker.today, channel: "in_person" }]));
  const planId = await givenPlan(quarter);
  expect((await showVisit(quarter.worker, planId, personId)).visit.asks).toMatchObject({ where: "friend", sex: "female", languages: ["昆明话"] });
  const door = await givenPlan(quarter, { purpose: "doorstep" });
  expect((await showVisit(quarter.worker, door, personId)).visit.asks).toMatchObject({ sex: null, languages: ["昆明话"] });
  await changeAsks(quarter.worker, { ...NOTHING, planId, personId });
  expect((await showVisit(quarter.worker, planId, personId)).visit.asks).toMatchObject({ where: "visits", sex: null, languages: [] });
});

test("a visit for two given to one of two by hand is met by the other, or refused when nobody can", async () => {
  const quarter = await givenQuarter(t, 3);
  const planId = await givenPlan(quarter);
  const [personId] = quarter.residents as [string];
  await changeVisit(quarter.worker, { planId, personId, minutes: 40, people: 2, weight: 1, bring: "" });
  const { teams, run } = await showPlan(quarter.worker, planId);
  expect(run!.tours.map(({ stops }) => stops.find((stop) => stop.personId === personId)?.withTeamId)).toEqual([teams[1]!.id, teams[0]!.id]);
  await decideStop(quarter.worker, { planId, personId, kind: "move", teamId: teams[1]!.id, rank: 1 });
  expect((await showVisit(quarter.worker, planId, personId)).lockedLetter).toBe("B");
  expect((await showSheet(quarter.worker, planId)).sheets.map(({ stops }) => stops.find((stop) => stop.personId === personId)?.meets?.letter)).toEqual(["B", "A"]);
  await changeAsks(quarter.worker, { ...NOTHING, planId, personId, never: [quarter.workerKey as NonNullable<VisitorAsks["wanted"]>] });
  await expect(decideStop(quarter.worker, { planId, personId, kind: "move", teamId: teams[1]!.id, rank: 1 })).rejects.toMatchObject({ reason: "routing.move_no_partner" });
});

test("another organisation, and a colleague without the right, change nothing", async () => {
  const quarter = await givenQuarter(t, 1);
  const planId = await givenPlan(quarter);
  const stranger = sessionOf(anActor({ capabilities: ["rounds.plan", "people.read", "people.write"] }), t);
  const without = sessionOf(anActor({ capabilities: ["people.read", "people.write"], orgId: quarter.orgId }), t);
  for (const [who, reason] of [[stranger, "routing.plan_not_found"], [without, "access.not_allowed"]] as const) {
    await expect(changeAsks(who, { ...NOTHING, planId, personId: quarter.residents[0]! })).rejects.toMatchObject({ reason });
  }
  await expect(listOffers(without)).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(changeOffer(without, { accountId: accountOf(quarter.workerKey), languages: [], skills: [], sex: null })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(changeOffer(quarter.worker, { accountId: crypto.randomUUID(), languages: [], skills: [], sex: null })).rejects.toMatchObject({ reason: "routing.no_such_visitor" });
});
