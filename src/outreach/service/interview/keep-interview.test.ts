import { expect, test } from "vitest";
import { listNeeds } from "#casework/index.ts";
import { consentsInForce, personCards, relativesOf, rolesOf } from "#people/index.ts";
import { PersonId } from "#kernel/ids.ts";
import { givenPerson, givenPersons } from "#people/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { Interview } from "../../model/interview/interview.ts";
import { anAttempt, givenRound, givenRoundOf, givenTeam } from "../../testing.ts";
import { reassignMembers } from "../rounds/reassign-members.ts";
import { countRoundProgress } from "../rounds/count-round-progress.ts";
import { logAttempt } from "../members/log-attempt.ts";
import { showMember } from "../members/show-member.ts";
import { findDraft } from "./find-draft.ts";
import { keepInterview } from "./keep-interview.ts";
import { saveDraft } from "./save-draft.ts";

const t = testDatabase();
const record = (roundId: string, personId: string, over: object = {}): Interview => Interview.parse({
  roundId, personId, heldOn: "2026-11-20", mode: "visit", minutes: 45, present: ["client", "carer"], understanding: "with_support",
  needs: [{ code: "company.friend", priority: "urgent", source: "client", words: "想有人一起打球" }], ...over,
});
const mother = { name: "杨桂兰", relation: "母亲", phone: "13900000002", isGuardian: true, consent: { capacity: "self", answers: { contact: "given", keep_data: "given" } }, needs: [{ code: "relief.hours", priority: "soon", source: "carer", words: "能歇半天就好" }] };

test("one conversation gives the attempt, two persons' needs, consents, the carer and who was named", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const kept = await keepInterview(team.li, record(roundId, personId!, {
    carer: mother, consent: { capacity: "self", answers: { contact: "given", be_matched: "given", photograph: "refused" } }, referrals: [{ name: "周小明", howKnown: "一起做康复" }], summary: "愿意见一见",
  }));
  expect(kept).toMatchObject({ needs: 2, referrals: 1 });
  expect((await countRoundProgress(team.supervisor, roundId)).progress).toMatchObject({ members: 2, reached: 1 });
  expect(await listNeeds(team.li, personId!)).toMatchObject([{ code: "company.friend", source: "client", words: "想有人一起打球" }]);
  expect(await listNeeds(team.li, kept.carerId!)).toMatchObject([{ code: "relief.hours", population: "carer", source: "carer", words: "能歇半天就好" }]);
  await team.li.read(async (tx) => {
    expect((await relativesOf(tx, team.orgId, [personId!])).get(personId!)).toMatchObject([{ otherId: kept.carerId, otherName: "杨桂兰", relation: "母亲", isCarer: true, isGuardian: true }]);
    expect((await rolesOf(tx, team.orgId, [kept.carerId!])).get(kept.carerId!)).toMatchObject([{ role: "carer", fromOn: "2026-11-20" }]);
    const consents = await consentsInForce(tx, team.orgId, [personId!, kept.carerId!], "2026-11-22");
    expect(Object.fromEntries(consents.get(personId!)!)).toEqual({ contact: "given", be_matched: "given", photograph: "refused" });
    expect(Object.fromEntries(consents.get(kept.carerId!)!)).toEqual({ contact: "given", keep_data: "given" });
  });
  expect((await showMember(team.li, { roundId, personId: personId! })).interviews).toMatchObject([{ id: kept.interviewId, carerId: kept.carerId, present: ["client", "carer"], summary: "愿意见一见" }]);
});

test("the carer of this very record may answer as guardian, by name in the trail", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const kept = await keepInterview(team.li, record(roundId, personId!, { understanding: "guardian", carer: mother, consent: { capacity: "guardian", byCarer: true, answers: { keep_data: "given" } } }));
  const { rows } = await t.owner.query("select capacity, by_person_id, text_hash is not null as worded from people.consents where person_id = $1", [personId]);
  expect(rows).toEqual([{ capacity: "guardian", by_person_id: kept.carerId, worded: true }]);
});

test.each([
  ["a yes where a guardian decides", { understanding: "guardian", consent: { capacity: "self", answers: { contact: "given" } } }, "capacity"],
  ["the carer's word without a carer", { consent: { capacity: "guardian", byCarer: true, answers: { contact: "given" } } }, "by"],
  ["another call after a no to being contacted", { consent: { capacity: "self", answers: { contact: "refused" } }, nextDueOn: "2026-12-01" }, "nextDueOn"],
])("%s is refused, and nothing of the conversation is kept", async (_name, over, field) => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await expect(keepInterview(team.li, record(roundId, personId!, over))).rejects.toMatchObject({ fields: [{ field }] });
  const file = await showMember(team.li, { roundId, personId: personId! });
  expect([file.attempts, file.interviews, await listNeeds(team.li, personId!)]).toEqual([[], [], []]);
});

test("a known person can be the carer, and what the register says of staying at home is corrected", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const known = await givenPerson(team.supervisor, { name: "杨桂兰", contacts: [{ kind: "mobile", value: "13900000002" }] });
  const { carerId } = await keepInterview(team.li, record(roundId, personId!, { carer: { ...mother, consent: undefined }, longAtHome: "no" }));
  expect(carerId).toBe(known);
  const card = await team.li.read(async (tx) => (await personCards(tx, team.orgId, [personId!])).get(personId!));
  expect(card?.longAtHome).toBe("no");
});

test("a guardian the register knows by name only gets a record of their own, and is not entered twice", async () => {
  const team = await givenTeam(t);
  const [personId] = await givenPersons(team.supervisor, [{ name: "谭文俊", birthOn: "1999-01-01", situations: [{ kind: "long_at_home", value: "yes" }], relatives: [{ name: "杨桂兰", relation: "母亲", phone: "13900000002", isGuardian: true }] }]);
  const roundId = await givenRound(team.supervisor);
  await reassignMembers(team.supervisor, { roundId, personIds: [PersonId.parse(personId)], workerId: team.li.actor.accountId });
  const { carerId } = await keepInterview(team.li, record(roundId, personId!, { carer: { ...mother, isGuardian: false } }));
  const relatives = await team.li.read(async (tx) => (await relativesOf(tx, team.orgId, [personId!])).get(personId!));
  expect(relatives?.filter(({ isCarer }) => isCarer)).toMatchObject([{ otherId: carerId, otherName: "杨桂兰", isGuardian: true }]);
  expect(new Set(relatives?.map(({ otherId }) => otherId))).toEqual(new Set([carerId]));
  const again = await keepInterview(team.li, record(roundId, personId!, { heldOn: "2026-11-21", carer: { name: "杨桂兰", relation: "母亲" } }));
  expect(again.carerId).toBe(carerId);
});

test("a second conversation with the same carer adds no second relationship", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const { carerId } = await keepInterview(team.li, record(roundId, personId!, { carer: mother, nextDueOn: "2026-11-22" }));
  await keepInterview(team.li, record(roundId, personId!, { heldOn: "2026-11-22", carer: { personId: carerId! } }));
  const relatives = await team.li.read(async (tx) => (await relativesOf(tx, team.orgId, [personId!])).get(personId!));
  expect(relatives).toHaveLength(1);
});

test("a draft is kept page by page, for oneself only, sealed, and is gone once the record is kept", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const of = { roundId, personId: personId! };
  await saveDraft(team.li, { ...of, step: "talk", page: { mode: "visit" } });
  await saveDraft(team.li, { ...of, step: "needs-words", page: { "words.company.friend": "想有人一起打球" } });
  expect((await findDraft(team.li, of)).draft).toEqual({ talk: { mode: "visit" }, "needs-words": { "words.company.friend": "想有人一起打球" } });
  expect((await findDraft(team.supervisor, of)).draft).toEqual({});
  const { rows: [row] } = await t.owner.query<{ sealed: Buffer }>("select sealed from outreach.interview_drafts where person_id = $1", [personId]);
  expect(row!.sealed.toString("utf8")).not.toContain("打球");
  await keepInterview(team.li, record(roundId, personId!));
  expect(await findDraft(team.li, of)).toMatchObject({ draft: {}, version: 0 });
});

test("reached, logged in a hurry, and the record written afterwards are one attempt", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await logAttempt(team.li, anAttempt(roundId, personId!, { mode: "visit", outcome: "reached" }));
  await keepInterview(team.li, record(roundId, personId!, { nextDueOn: "2026-12-01" }));
  expect((await showMember(team.li, { roundId, personId: personId! })).member).toMatchObject({ attemptCount: 1, reachedOn: "2026-11-20", nextDueOn: "2026-12-01" });
  await keepInterview(team.li, record(roundId, personId!));
  expect((await showMember(team.li, { roundId, personId: personId! })).member.attemptCount).toBe(2);
});

test("another worker and another organisation may neither keep nor draft", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  for (const session of [team.wang, (await givenTeam(t)).supervisor]) {
    await expect(keepInterview(session, record(roundId, personId!))).rejects.toMatchObject({ reason: "outreach.member_not_found" });
    await expect(saveDraft(session, { roundId, personId: personId!, step: "talk", page: {} })).rejects.toMatchObject({ reason: "outreach.member_not_found" });
  }
  const clerk = { ...team.li, actor: { ...team.li.actor, capabilities: new Set(["returns.read"]) } };
  await expect(findDraft(clerk, { roundId, personId: personId! })).rejects.toMatchObject({ kind: "forbidden" });
});
