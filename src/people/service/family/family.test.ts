import { expect, test } from "vitest";
import { givenPerson } from "../../testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { addRelationship, relativesOf } from "../facts/add-relationships.ts";
import { endRelationship } from "../facts/end-relationship.ts";
import { openRelative } from "../facts/open-relative.ts";
import { changeHousehold } from "./change-household.ts";
import { changeMark } from "./change-marks.ts";
import { changeSupport } from "./change-supports.ts";
import { showFamily } from "./show-family.ts";
import { supportSources } from "./support-sources.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.read", "people.write"] }), t);
const home = async (session: Session, personId: string) => (await showFamily(session, personId, "zh")).household.filter(({ untilOn }) => untilOn === null).map(({ name }) => name).toSorted();

test("who lives together: by name first, by record once opened, moved out with the day; the same seen from both", async () => {
  const session = worker();
  const personId = await givenPerson(session, { name: "王小明" });
  const relationshipId = await addRelationship(session, { personId, otherName: "李梅", relation: "母亲" });
  await changeHousehold(session, { intent: "move_in", personId, relationshipId, fromOn: "2026-01-01" });
  expect(await home(session, personId)).toEqual(["李梅", "王小明"]);
  const mother = await openRelative(session, relationshipId);
  expect(await home(session, mother)).toEqual(["李梅", "王小明"]);
  await expect(changeHousehold(session, { intent: "move_in", personId, relationshipId })).rejects.toMatchObject({ fields: [{ reason: "person.lives_here" }] });
  const { household } = await showFamily(session, personId, "zh");
  const member = household.find(({ name }) => name === "李梅")!;
  await changeHousehold(session, { intent: "move_out", personId, memberId: member.id, untilOn: "2026-10-01" });
  expect(await home(session, personId)).toEqual(["王小明"]);
  expect((await showFamily(session, personId, "zh")).household).toContainEqual(expect.objectContaining({ name: "李梅", fromOn: "2026-01-01", untilOn: "2026-10-01" }));
});

test("whoever joins somebody who has a home joins that home; two homes are not made one by the way", async () => {
  const session = worker();
  const [son, mother, aunt] = [await givenPerson(session, { name: "儿" }), await givenPerson(session, { name: "母" }), await givenPerson(session, { name: "姨" })];
  const toMother = await addRelationship(session, { personId: son, otherId: mother, relation: "母亲" });
  const sisters = await addRelationship(session, { personId: mother, otherId: aunt, relation: "妹妹" });
  const toAunt = await addRelationship(session, { personId: son, otherId: aunt, relation: "姨妈" });
  await changeHousehold(session, { intent: "move_in", personId: mother, relationshipId: sisters });
  await changeHousehold(session, { intent: "move_in", personId: son, relationshipId: toMother });
  expect(await home(session, aunt)).toEqual(["儿", "姨", "母"]);
  await expect(changeHousehold(session, { intent: "move_in", personId: son, relationshipId: toAunt })).rejects.toMatchObject({ fields: [{ reason: "person.lives_here" }] });
});

test("guardian and contact are dated: one rule ends the other, who must not be contacted stays so after the relationship", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const relationshipId = await addRelationship(session, { personId, otherName: "李某", relation: "父亲", isGuardian: true, contactRule: "may", fromOn: "2020-01-01" });
  const now = async () => (await session.read((tx) => relativesOf(tx, session.actor.orgId, [personId]))).get(personId)![0]!;
  await changeMark(session, { relationshipId, kind: "must_not_contact", change: "begin", onDay: "2026-03-01" });
  expect(await now()).toMatchObject({ isGuardian: true, contactRule: "must_not" });
  await endRelationship(session, { relationshipId, untilOn: "2026-06-01" });
  expect(await now()).toMatchObject({ contactRule: "must_not", untilOn: "2026-06-01" });
  expect((await showFamily(session, personId, "zh")).marks.map(({ kind, fromOn, untilOn }) => [kind, fromOn, untilOn])).toEqual(expect.arrayContaining([["must_not_contact", "2026-03-01", null], ["may_contact", "2020-01-01", "2026-03-01"], ["guardian", "2020-01-01", "2026-06-01"]]));
  await expect(changeMark(session, { relationshipId, kind: "must_not_contact", change: "begin", onDay: "2026-07-01" })).rejects.toMatchObject({ reason: "person.mark_holds" });
  await expect(changeMark(session, { relationshipId, kind: "carer", change: "begin", onDay: "2026-07-01" })).rejects.toMatchObject({ reason: "person.relationship_ended" });
  await changeMark(session, { relationshipId, kind: "must_not_contact", change: "end", onDay: "2026-08-01" });
  expect((await now()).contactRule).not.toBe("may");
});

test("supports: those at home stand in the middle, a new strength replaces the one before, other slices add theirs", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const mother = await addRelationship(session, { personId, otherName: "李梅", relation: "母亲" });
  const friend = await addRelationship(session, { personId, otherName: "阿强", relation: "朋友" });
  await changeHousehold(session, { intent: "move_in", personId, relationshipId: mother });
  await changeSupport(session, { intent: "support", personId, relationshipId: friend, kind: "friend", tie: "weak", note: "", fromOn: "2026-01-01" });
  await changeSupport(session, { intent: "support", personId, relationshipId: friend, kind: "friend", tie: "strong", note: "每天打电话", fromOn: "2026-05-01" });
  await changeSupport(session, { intent: "support", personId, name: "卫生站", kind: "organisation", tie: "ordinary", note: "", fromOn: "2026-05-01" });
  supportSources.register("test", async () => [{ key: "test", kind: "volunteer", name: "周思佳", note: "", tie: "ordinary" }]);
  const { supports, noted } = await showFamily(session, personId, "zh");
  expect(supports.map(({ name, tie }) => [name, tie])).toEqual([["阿强", "strong"], ["卫生站", "ordinary"], ["周思佳", "ordinary"]]);
  expect(noted.map(({ tie, untilOn }) => [tie, untilOn])).toContainEqual(["weak", "2026-05-01"]);
  await changeSupport(session, { intent: "support_over", personId, supportId: noted.find(({ name }) => name === "卫生站")!.id, untilOn: "2026-06-01" });
  expect((await showFamily(session, personId, "zh")).supports.map(({ name }) => name)).toEqual(["阿强", "周思佳"]);
  await expect(changeSupport(session, { intent: "support", personId, kind: "friend", tie: "weak", note: "", fromOn: "2026-01-01" })).rejects.toMatchObject({ fields: [{ reason: "person.support_nobody" }] });
});

test("three generations are found; a stranger and another organisation find nothing; disability needs the second factor", async () => {
  const session = worker();
  const [son, mother, grandmother] = [await givenPerson(session, { name: "子", disability: { type: 5, grade: 1 } }), await givenPerson(session, { name: "母" }), await givenPerson(session, { name: "外婆" })];
  await addRelationship(session, { personId: son, otherId: mother, relation: "母亲" });
  await addRelationship(session, { personId: mother, otherId: grandmother, relation: "母亲" });
  const found = await showFamily(session, grandmother, "zh");
  expect(found.family.members.map(({ name, generation }) => [name, generation]).toSorted()).toEqual([["外婆", 0], ["子", 2], ["母", 1]]);
  expect(found.family.members.find(({ id }) => id === son)?.disabled).toBe(true);
  const weak = sessionOf({ ...session.actor, strong: false }, t);
  expect((await showFamily(weak, son, "zh")).family.members.some(({ disabled }) => disabled)).toBe(false);
  await expect(showFamily(worker(), son, "zh")).rejects.toMatchObject({ kind: "not_found" });
  await expect(showFamily(sessionOf(anActor({ orgId: session.actor.orgId }), t), son, "zh")).rejects.toMatchObject({ kind: "forbidden" });
});
