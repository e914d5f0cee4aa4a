import { expect, test } from "vitest";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { AccountId, OrgId } from "#kernel/ids.ts";
import { mergePersonsIn } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { CASE_CAPABILITIES, givenCase, givenSteps } from "../../testing.ts";
import { readableCases, requireCase } from "./access-case.ts";
import { casesOf } from "./cases-of.ts";
import { openCase } from "./open-case.ts";
import { stepCase } from "./step-case.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: CASE_CAPABILITIES }), t);
const colleague = (of: Session, more: readonly string[] = []) =>
  sessionOf(anActor({ capabilities: [...CASE_CAPABILITIES, ...more], orgId: of.actor.orgId }), t);
const stand = (session: Session, caseId: string) => session.read((tx) => requireCase(session, tx, caseId));

test("a case begins with its opener as the responsible worker, numbered within the year", async () => {
  const session = worker();
  const personId = await givenPerson(session, { birthOn: "2000-01-01", disability: { type: 5, grade: 2 } });
  const first = await openCase(session, { personId, words: "两年没有出门", openedOn: "2026-11-02" });
  const second = await openCase(session, { personId, words: "想工作", openedOn: "2026-11-20", population: "carer" });
  expect([first.reference, second.reference]).toEqual(["2026-0001", "2026-0002"]);
  expect(await stand(session, first.caseId)).toMatchObject({ stage: "intake", standing: "open", workerId: session.actor.accountId, population: "disabled_youth", episode: 1, version: 1, reviewOn: "2026-11-09", ties: ["worker"] });
  expect((await session.read((tx) => casesOf(tx, session.actor.orgId, [personId]))).get(personId)?.map(({ reference }) => reference)).toEqual(["2026-0002", "2026-0001"]);
});

test("from intake to closure, closing approved by a supervisor who did not ask", async () => {
  const session = worker();
  const supervisor = colleague(session, ["cases.supervise"]);
  const caseId = await givenCase(session, await givenPerson(session));
  const on = { kind: "advance", words: "" } as const;
  const version = await givenSteps(session, caseId, 1, on, on, on, on, on, { kind: "close", reason: "goals_met", words: "每周自己出门两次" });
  expect(await stand(session, caseId)).toMatchObject({ stage: "closing", standing: "open", pendingKind: "approval", pendingStep: "close" });
  await expect(stepCase(session, { caseId, version, onDay: session.today, step: { kind: "approve", words: "" } })).rejects.toMatchObject({ reason: "case.may_not_approve" });
  await givenSteps(supervisor, caseId, version, { kind: "approve", words: "同意" });
  expect(await stand(session, caseId)).toMatchObject({ standing: "closed", closedOn: session.today, closingReason: "goals_met", reviewOn: null, pendingKind: null });
  await givenSteps(session, caseId, version + 1, { kind: "reopen", words: "又不出门了" });
  expect(await stand(session, caseId)).toMatchObject({ standing: "open", stage: "intake", episode: 2, closedOn: null });
});

test("who stands near may open it, another is told why not, another organisation finds nothing", async () => {
  const session = worker();
  const caseId = await givenCase(session, await givenPerson(session));
  const other = colleague(session);
  await expect(stand(other, caseId)).rejects.toMatchObject({ kind: "forbidden", reason: "case.not_near" });
  await expect(stand(worker(), caseId)).rejects.toMatchObject({ kind: "not_found" });
  await expect(stand(sessionOf({ ...session.actor, strong: false }, t), caseId)).rejects.toMatchObject({ reason: "access.second_factor" });
  expect(await stand(colleague(session, ["cases.supervise"]), caseId)).toMatchObject({ ties: ["supervisor"] });
  expect([...(await other.read((tx) => readableCases(other, tx, [caseId]))).keys()]).toEqual([]);
});

test("a handover is asked, read by whom it goes to, and accepted; the old worker then no longer stands near", async () => {
  const [session, next] = await givenColleagues();
  const caseId = await givenCase(session, await givenPerson(session));
  const asked = await givenSteps(session, caseId, 1, { kind: "hand_over", workerId: next.actor.accountId, words: "我下月休产假。妈妈下午才在家。" });
  expect(await stand(next, caseId)).toMatchObject({ ties: ["asked"], workerId: session.actor.accountId });
  await expect(stepCase(next, { caseId, version: asked, onDay: next.today, step: { kind: "advance", words: "" } })).rejects.toMatchObject({ reason: "case.may_not_lead" });
  await givenSteps(next, caseId, asked, { kind: "take_over", words: "" });
  expect(await stand(next, caseId)).toMatchObject({ ties: ["worker"], workerId: next.actor.accountId });
  await expect(stand(session, caseId)).rejects.toMatchObject({ reason: "case.not_near" });
});

test("two steps at once: the second is told that it changed, and nothing is overwritten", async () => {
  const session = worker();
  const caseId = await givenCase(session, await givenPerson(session));
  const both = await Promise.allSettled([1, 2].map(() => stepCase(session, { caseId, version: 1, onDay: session.today, step: { kind: "advance", words: "" } })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await stand(session, caseId)).toMatchObject({ stage: "assessment", version: 2 });
});

test("a case of a merged record belongs to the survivor", async () => {
  const session = worker();
  const [survivorId, mergedId] = [await givenPerson(session), await givenPerson(session)];
  const caseId = await givenCase(session, mergedId);
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId, mergedId, reason: "同一人" }));
  expect((await session.read((tx) => casesOf(tx, session.actor.orgId, [survivorId]))).get(survivorId)).toMatchObject([{ caseId, survivorId }]);
});

test.each([
  ["a day to come", { openedOn: "2027-01-01" }, "case.in_future"], ["a colleague, by no supervisor", { workerId: crypto.randomUUID() }, "case.only_supervisor_gives"],
  ["an unknown team", { teamId: crypto.randomUUID() }, "case.teams_unknown"],
])("opening for %s is refused at its field", async (_name, over, reason) => {
  const session = worker();
  await expect(givenCase(session, await givenPerson(session), over)).rejects.toMatchObject({ fields: [{ reason }] });
});

/** A colleague with an account, whom cases may be handed to. */
async function givenColleagues() {
  const ground = testGround(t);
  const orgId = OrgId.parse(await givenOrganization(ground));
  const member = async () => sessionOf({ ...anActor({ capabilities: CASE_CAPABILITIES, orgId }), accountId: AccountId.parse((await givenMember(ground, orgId, "worker")).accountId) }, t);
  return [await member(), await member()] as const;
}
