import { expect, test } from "vitest";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { AccountId, OrgId, PersonId } from "#kernel/ids.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { showPerson, type PersonFile } from "../files/show-person.ts";
import { showAnswerSheet, showOwnSheet } from "../files/show-answer-sheet.ts";
import { listPersons } from "../lists/list-persons.ts";
import { personCards } from "../persons/person-cards.ts";
import { answerObligation } from "./answer-obligation.ts";
import { listDueObligations, listObligations } from "./list-obligations.ts";
import { recordConsent } from "./record-consents.ts";
import { whoAllows, whoDeclined } from "./who-allows.ts";

const t = testDatabase();
const CAPS = ["people.write", "people.read"];

async function givenTeam() {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const [one, other] = [await givenMember(ground, orgId, "worker", { name: "林晓禾" }), await givenMember(ground, orgId, "worker", { name: "方文" })];
  const as = ({ accountId, name }: { accountId: string; name: string }, capabilities = CAPS) => sessionOf({ ...anActor({ orgId: OrgId.parse(orgId), capabilities }), accountId: AccountId.parse(accountId), name }, t);
  return { worker: as(one), colleague: as(other), lead: as(other, [...CAPS, "cases.supervise", "people.reveal"]), otherId: other.accountId };
}
const withdraw = (session: ReturnType<typeof sessionOf>, personId: string, purpose: "contact" | "keep_data" | "be_matched" | "share", state: "withdrawn" | "given" = "withdrawn") =>
  recordConsent(session, { personId, purpose, state, capacity: "self", fromOn: session.today, channel: "in_person" });

test("a withdrawal leaves duties with an owner and a day; they are settled by rows and can be handed over and opened again", async () => {
  const { worker, colleague, otherId } = await givenTeam();
  const personId = await givenPerson(worker);
  await withdraw(worker, personId, "contact");
  const { rows: [first, second] } = await listObligations(worker);
  expect([first, second]).toMatchObject([{ duty: "stop_contact", state: "open", name: "张三", answering: { name: "林晓禾" } }, { duty: "tell_contacts", kind: "tell" }]);
  expect((await listDueObligations(worker, 9)).map(({ duty }) => duty)).toEqual(["stop_contact", "tell_contacts"]);
  expect(await listDueObligations(colleague, 9)).toEqual([]);
  await answerObligation(worker, { obligationId: first!.id, answer: "handed_over", ownerId: otherId, words: "方文认识他们" });
  expect((await listDueObligations(colleague, 9)).map(({ duty }) => duty)).toEqual(["stop_contact"]);
  await answerObligation(colleague, { obligationId: first!.id, answer: "done", words: "周三的上门已取消" });
  await expect(answerObligation(worker, { obligationId: first!.id, answer: "done", words: "又办" })).rejects.toMatchObject({ reason: "person.duty_settled" });
  expect((await listObligations(worker, { settled: true })).rows.map(({ state, answers }) => [state, answers.length])).toEqual([["done", 2]]);
  await answerObligation(worker, { obligationId: first!.id, answer: "reopened", words: "又有人打了电话" });
  expect((await listObligations(worker)).rows).toHaveLength(2);
  await withdraw(worker, personId, "contact", "given");
  expect((await listObligations(worker)).rows).toEqual([]);
  await expect(answerObligation(sessionOf(anActor({ capabilities: CAPS }), t), { obligationId: first!.id, answer: "reopened", words: "别人" })).rejects.toMatchObject({ reason: "person.duty_not_found" });
});

test("the trail of duties can be added to and never rewritten", async () => {
  const { worker } = await givenTeam();
  await withdraw(worker, await givenPerson(worker), "share");
  for (const statement of ["update people.obligations set due_on = '2030-01-01'", "delete from people.obligations", "delete from people.obligation_answers"]) {
    await expect(t.owner.query(`begin; set local role linli_app; ${statement}; commit`)).rejects.toThrow(/permission denied/);
    await t.owner.query("rollback");
  }
});

test("whoever takes back contact has no number in any card, list or file; a merged record neither", async () => {
  const { worker } = await givenTeam();
  const personId = await givenPerson(worker);
  const numbers = async () => [
    (await worker.read((tx) => personCards(tx, worker.actor.orgId, [personId]))).get(personId)!.phones.length, (await listPersons(worker, {})).rows[0]!.phone === null ? 0 : 1, (await showPerson(worker, personId) as PersonFile).contacts.length,
  ];
  expect(await numbers()).toEqual([1, 1, 1]);
  await withdraw(worker, personId, "contact");
  expect(await numbers()).toEqual([0, 0, 0]);
  await withdraw(worker, personId, "contact", "given");
  expect(await numbers()).toEqual([1, 1, 1]);
});

test("whoever lets no data be kept is blank to everybody, but for what the law asks and to whoever deals with it", async () => {
  const { worker, lead } = await givenTeam();
  const personId = await givenPerson(worker);
  await withdraw(worker, personId, "keep_data");
  const card = async (use?: Parameters<typeof personCards>[3]) => (await worker.read((tx) => personCards(tx, worker.actor.orgId, [personId], use))).get(personId)!;
  expect(await card()).toMatchObject({ name: "×××", address: null, phones: [], birthOn: null, blank: true });
  expect((await card({ despite: "legal_duty" })).name).toBe("张三");
  await expect(showPerson(worker, personId)).rejects.toMatchObject({ reason: "person.withheld" });
  const file = await showPerson(lead, personId) as PersonFile;
  expect(file).toMatchObject({ person: { name: "张三", address: null }, contacts: [], relatives: [] });
  expect(file.duties.map(({ duty }) => duty).toSorted()).toEqual(["delete_file", "stop_copies", "tell_person"]);
});

test("the door says whom a purpose may be served for: some need a yes, others only no no", async () => {
  const { worker } = await givenTeam();
  const personId = await givenPerson(worker);
  const asked = async (purpose: "contact" | "be_matched") => worker.read(async (tx) => [(await whoAllows(tx, worker.actor.orgId, [personId], purpose, worker.today)).has(personId), (await whoDeclined(tx, worker.actor.orgId, [personId], purpose, worker.today)).has(personId)]);
  expect([await asked("contact"), await asked("be_matched")]).toEqual([[true, false], [false, false]]);
  await withdraw(worker, personId, "be_matched", "given");
  expect(await asked("be_matched")).toEqual([true, false]);
  await withdraw(worker, personId, "be_matched");
  expect(await asked("be_matched")).toEqual([false, true]);
});

test("the answer sheet says who can see, who has and what is being done; one's own account shows one's own", async () => {
  const { worker } = await givenTeam();
  const personId = await givenPerson(worker);
  await showPerson(worker, personId);
  await withdraw(worker, personId, "contact");
  const sheet = await showAnswerSheet(worker, personId, "zh");
  expect(sheet).toMatchObject({ name: "张三", consents: { contact: "withdrawn" }, duties: [{ state: "open" }, { state: "open" }] });
  expect(sheet.viewers.map(({ name }) => name).toSorted()).toEqual(["方文", "林晓禾"]);
  expect(sheet.readings.map(({ action }) => action)).toEqual(expect.arrayContaining(["person.read", "consent.withdrawn"]));
  const own = sessionOf(anActor({ orgId: worker.actor.orgId, capabilities: [], personId: PersonId.parse(personId) }), t);
  expect((await showOwnSheet(own, "zh")).readings[0]!.action).toBe("person.answer_given");
  await expect(showOwnSheet(sessionOf(anActor({ orgId: worker.actor.orgId, capabilities: [] }), t), "zh")).rejects.toMatchObject({ reason: "person.no_own_file" });
});
