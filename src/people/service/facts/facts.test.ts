import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { personCards } from "../persons/person-cards.ts";
import { addRelationship, relativesOf } from "./add-relationships.ts";
import { endRoles, rolesOf, startRoles } from "./change-roles.ts";
import { endRelationship } from "./end-relationship.ts";
import { openRelative } from "./open-relative.ts";
import { recordDisability } from "./record-disability.ts";
import { recordSituation } from "./record-situations.ts";
import { interestsOf, languagesOf, setInterests, setLanguages } from "./set-words.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write", "people.read"] }), t);
const only = <T>(map: ReadonlyMap<string, T>, id: string) => map.get(id);

test("a new situation ends the earlier one and keeps it; the same said again changes nothing", async () => {
  const session = worker();
  const personId = await givenPerson(session, { situations: [{ kind: "long_at_home", value: "yes", sinceOn: "2020-01-01" }] });
  await recordSituation(session, { personId, kind: "long_at_home", value: "yes" });
  await recordSituation(session, { personId, kind: "long_at_home", value: "no", sinceOn: "2026-11-01" });
  const { rows } = await t.owner.query("select value, since_on::text, until_on::text from people.situations where person_id = $1 order by recorded_at", [personId]);
  expect(rows).toEqual([{ value: "yes", since_on: "2020-01-01", until_on: "2026-11-01" }, { value: "no", since_on: "2026-11-01", until_on: null }]);
  expect(only(await session.read((tx) => personCards(tx, session.actor.orgId, [personId])), personId)).toMatchObject({ longAtHome: "no" });
});

test("who was helped and later helps is one person with two roles", async () => {
  const session = worker();
  const personId = await givenPerson(session, { roles: [{ role: "service_user", fromOn: "2024-01-01" }] });
  await session.write("x", null, (tx) => startRoles(session, tx, [{ personId, role: "volunteer", fromOn: "2026-03-01", reason: "报名" }, { personId, role: "service_user", fromOn: "2026-03-01" }]));
  await session.write("y", null, (tx) => endRoles(session, tx, [{ personId, role: "service_user", untilOn: "2026-06-01", reason: "目标达到" }]));
  expect(only(await session.read((tx) => rolesOf(tx, session.actor.orgId, [personId])), personId)).toMatchObject([
    { role: "service_user", fromOn: "2024-01-01", untilOn: "2026-06-01", reason: "目标达到" }, { role: "volunteer", fromOn: "2026-03-01", untilOn: null },
  ]);
});

test("a relative known by name becomes a person of their own, once, with the carer's role", async () => {
  const session = worker();
  const personId = await givenPerson(session, { relatives: [{ name: "李梅", relation: "母亲", isCarer: true, phone: "13900001111" }] });
  const relatives = async () => only(await session.read((tx) => relativesOf(tx, session.actor.orgId, [personId])), personId)!;
  const [relative] = await relatives();
  const id = await openRelative(session, relative!.id);
  expect(await openRelative(session, relative!.id)).toBe(id);
  expect(await relatives()).toMatchObject([{ otherId: id, otherName: "李梅", isCarer: true }]);
  expect(only(await session.read((tx) => personCards(tx, session.actor.orgId, [id])), id)).toMatchObject({ name: "李梅", phones: [{ value: "13900001111" }] });
  expect(only(await session.read((tx) => rolesOf(tx, session.actor.orgId, [id])), id)).toMatchObject([{ role: "carer", fromOn: "2026-11-22" }]);
});

test("a relationship ends but stays on record; it cannot end twice, before it began, or in days to come", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const relationshipId = await addRelationship(session, { personId, otherName: "李梅", relation: "母亲", isGuardian: true, fromOn: "2020-01-01" });
  for (const untilOn of ["2019-12-31", "2026-11-23"]) await expect(endRelationship(session, { relationshipId, untilOn })).rejects.toMatchObject({ kind: "invalid_input" });
  await endRelationship(session, { relationshipId, untilOn: "2026-05-01" });
  await expect(endRelationship(session, { relationshipId, untilOn: "2026-06-01" })).rejects.toMatchObject({ reason: "person.relationship_ended" });
  await expect(endRelationship(worker(), { relationshipId, untilOn: "2026-06-01" })).rejects.toMatchObject({ reason: "person.relationship_not_found" });
  await expect(openRelative(worker(), relationshipId)).rejects.toMatchObject({ reason: "person.relationship_not_found" });
});

test("a relationship needs somebody else", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  await expect(addRelationship(session, { personId, relation: "母亲" })).rejects.toMatchObject({ reason: "person.relative_missing" });
  await expect(addRelationship(session, { personId, otherId: personId, relation: "母亲" })).rejects.toMatchObject({ reason: "person.relative_self" });
  await expect(addRelationship(worker(), { personId, otherName: "李梅", relation: "母亲" })).rejects.toMatchObject({ reason: "person.not_found" });
});

test("a certificate replaces the one before", async () => {
  const session = worker();
  const personId = await givenPerson(session, { disability: { type: 4, grade: 3 } });
  await recordDisability(session, { personId, type: 7, grade: 2, fromOn: "2026-03-01" });
  expect(only(await session.read((tx) => personCards(tx, session.actor.orgId, [personId])), personId)).toMatchObject({ disabilityType: 7, disabilityGrade: 2 });
  const { rows } = await t.owner.query("select type, until_on::text from people.disability_facts where person_id = $1 order by recorded_at", [personId]);
  expect(rows).toEqual([{ type: 4, until_on: "2026-03-01" }, { type: 7, until_on: null }]);
  await expect(recordDisability(session, { personId, type: 7, grade: 2, fromOn: "2027-03-01" })).rejects.toMatchObject({ fields: [{ reason: "person.in_future" }] });
});

test("interests and languages are said anew as a whole", async () => {
  const session = worker();
  const personId = await givenPerson(session, { interests: ["下棋"], languages: ["普通话"] });
  await session.write("x", null, async (tx) => { await setInterests(session, tx, personId, [" 听戏 ", "听戏", ""]); await setLanguages(session, tx, personId, ["手语", "昆明话"]); });
  const read = await session.read(async (tx) => [await interestsOf(tx, session.actor.orgId, [personId]), await languagesOf(tx, session.actor.orgId, [personId])]);
  expect(read.map((words) => [...words.get(personId)!].toSorted())).toEqual([["听戏"], ["手语", "昆明话"].toSorted()]);
});

test("a reader may record nothing, a volunteers' coordinator roles only", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(recordSituation(reader, { personId, kind: "employment", value: "待业" })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(recordDisability(reader, { personId, type: 1, grade: 1, fromOn: null })).rejects.toMatchObject({ reason: "access.not_allowed" });
  const coordinator = sessionOf(anActor({ capabilities: ["volunteers.manage"], orgId: session.actor.orgId }), t);
  await coordinator.write("x", null, (tx) => startRoles(coordinator, tx, [{ personId, role: "volunteer", fromOn: "2026-01-01" }]));
  await expect(recordDisability(coordinator, { personId, type: 1, grade: 1, fromOn: null })).rejects.toMatchObject({ reason: "access.not_allowed" });
});
