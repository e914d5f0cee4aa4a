import { expect, test } from "vitest";
import { personCards } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { ReferralInput } from "../../model/round/round.ts";
import { anAttempt, givenRoundOf, givenTeam } from "../../testing.ts";
import { listDuePeople } from "../rounds/list-due-people.ts";
import { addReferral } from "./add-referral.ts";
import { logAttempt } from "./log-attempt.ts";
import { showMember } from "./show-member.ts";

const t = testDatabase();
const named = (roundId: string, fromPersonId: string, over: object) => ReferralInput.parse({ roundId, fromPersonId, ...over });

test("a new name becomes a person, linked both ways, in the round and with the same worker", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [from] } = await givenRoundOf(team, team.li, 1);
  const added = await addReferral(team.li, named(roundId, from!, { name: "周小明", phone: "13900000001", howKnown: "一起做康复", mayBeNamed: true }));
  expect(added).toMatchObject({ created: true, joined: true, leftOut: null });
  const card = await team.li.read(async (tx) => (await personCards(tx, team.orgId, [added.personId])).get(added.personId));
  expect(card).toMatchObject({ name: "周小明", phones: [{ kind: "mobile", value: "13900000001" }] });
  expect((await showMember(team.li, { roundId, personId: from! })).referrals).toMatchObject([{ direction: "named", personId: added.personId, name: "周小明", howKnown: "一起做康复" }]);
  expect((await showMember(team.li, { roundId, personId: added.personId })).referrals).toMatchObject([{ direction: "named_by", personId: from, name: "居民1", mayBeNamed: true }]);
  expect((await listDuePeople(team.li)).rows.map(({ personId }) => personId)).toContain(added.personId);
});

test("a known name and number is the known person", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [from] } = await givenRoundOf(team, team.li, 1);
  const known = await givenPerson(team.supervisor, { name: "周小明", contacts: [{ kind: "mobile", value: "13900000001" }] });
  expect(await addReferral(team.li, named(roundId, from!, { name: "周小明", phone: "13900000001" }))).toMatchObject({ personId: known, created: false, joined: true });
});

test("who is being asked already, or refused, is linked but does not join twice", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [from, other, refuser] } = await givenRoundOf(team, team.li, 3);
  expect(await addReferral(team.li, named(roundId, from!, { personId: other }))).toEqual({ personId: other, created: false, joined: false, leftOut: "in_other_round" });
  await logAttempt(team.li, anAttempt(roundId, refuser!, { outcome: "refused_for_good" }));
  expect(await addReferral(team.li, named(roundId, from!, { personId: refuser }))).toMatchObject({ joined: false, leftOut: "refused" });
});

test("nobody names themselves, and a link is made once", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [from, other] } = await givenRoundOf(team, team.li, 2);
  await expect(addReferral(team.li, named(roundId, from!, { personId: from }))).rejects.toMatchObject({ reason: "referral.same_person" });
  await addReferral(team.li, named(roundId, from!, { personId: other }));
  await expect(addReferral(team.li, named(roundId, from!, { personId: other }))).rejects.toMatchObject({ reason: "referral.already_linked" });
});

test("wrong worker, and another organisation's person", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [from] } = await givenRoundOf(team, team.li, 1);
  await expect(addReferral(team.wang, named(roundId, from!, { name: "周小明" }))).rejects.toMatchObject({ reason: "outreach.member_not_found" });
  const stranger = await givenPerson((await givenTeam(t)).supervisor);
  await expect(addReferral(team.li, named(roundId, from!, { personId: stranger }))).rejects.toMatchObject({ reason: "referral.person_not_found" });
});
