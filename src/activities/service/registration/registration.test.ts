import { expect, test } from "vitest";
import { recordSituations } from "#people/index.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { anActor } from "#platform/testing/actors.ts";
import { type HelperOffer, listEligibleHelpers, publishAgreement, signAgreement } from "#volunteering/index.ts";
import { givenProgramme, givenVolunteer } from "#volunteering/testing.ts";
import { listMyActivities } from "../calendar/list-my-activities.ts";
import { showSession } from "../calendar/show-session.ts";
import { changeSession } from "../planning/change-session.ts";
import { givenHouse, givenSeries, type House } from "../../testing.ts";
import { cancelRegistration } from "./cancel-registration.ts";
import { helpersComing } from "./helpers-coming.ts";
import { peopleOfSession } from "./people-of-session.ts";
import { decideApplication } from "./decide-application.ts";
import { cancelByPass, showPass } from "./show-pass.ts";
import { signUp } from "./sign-up.ts";
import { signUpPublicly } from "./sign-up-publicly.ts";

const t = testDatabase();
const statusesOf = async ({ worker }: House, sessionId: string) => (await showSession(worker, sessionId)).people.map(({ name, status }) => `${name} ${status}`);

test("places go to those who come first, the rest waits, and a place given back goes to whoever the policy names", async () => {
  const house = await givenHouse(t, 5);
  const [a, b, c, d] = house.residents as [string, string, string, string, string];
  const { sessionIds: [sessionId] } = await givenSeries(house, { participants: 2, rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: ["homebound"] } });
  await house.worker.write("situation", null, (tx) => recordSituations(house.worker, tx, [{ personId: d, kind: "long_at_home", value: "yes" }]));
  const first = await signUp(house.worker, { sessionId: sessionId!, personId: a, role: "participant" });
  for (const personId of [b, c, d]) await signUp(house.worker, { sessionId: sessionId!, personId, role: "participant" });
  expect(await statusesOf(house, sessionId!)).toEqual(["居民1 booked", "居民2 booked", "居民3 waitlisted", "居民4 waitlisted"]);
  expect((await cancelRegistration(house.worker, { registrationId: first.registrationId, reason: "住院" })).moved).toBe(1);
  expect(await statusesOf(house, sessionId!)).toEqual(["居民1 cancelled", "居民2 booked", "居民3 waitlisted", "居民4 booked"]);
  await expect(cancelRegistration(house.worker, { registrationId: first.registrationId })).rejects.toMatchObject({ reason: "activities.not_signed_up" });
});

test("nobody is signed up twice", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds: [sessionId] } = await givenSeries(house);
  await signUp(house.worker, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant" });
  await expect(signUp(house.worker, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant" })).rejects.toMatchObject({ reason: "activities.already_signed_up" });
});

test("a person and their assistant get in together; more places let the list move", async () => {
  const house = await givenHouse(t, 2);
  const { sessionIds: [sessionId] } = await givenSeries(house, { participants: 2, companions: 0 });
  const { status } = await signUp(house.worker, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant", needs: "坐轮椅", companions: [{ name: "助理小陈" }] });
  expect(status).toBe("waitlisted");
  const { occasion } = await showSession(house.worker, sessionId!);
  const { fromMinute, untilMinute, placeId, placeWords, onDay, version } = occasion;
  await changeSession(house.worker, { sessionId: sessionId!, fromMinute, untilMinute, placeId, placeWords, onDay, version, participants: 2, volunteers: 0, companions: 1 });
  expect(await statusesOf(house, sessionId!)).toEqual(["居民1 booked", "助理小陈 booked"]);
});

test("where only a companion's place is free, somebody and their companion wait together, and get in together", async () => {
  const house = await givenHouse(t, 3);
  const [a, b, c] = house.residents as [string, string, string];
  const { sessionIds: [sessionId] } = await givenSeries(house, { participants: 1, companions: 2 });
  const first = await signUp(house.worker, { sessionId: sessionId!, personId: a, role: "participant" });
  await signUp(house.worker, { sessionId: sessionId!, personId: b, role: "participant", companions: [{ name: "女儿" }, { name: "助理小陈" }] });
  await signUp(house.worker, { sessionId: sessionId!, personId: c, role: "participant" });
  expect(await statusesOf(house, sessionId!)).toEqual(["居民1 booked", "居民2 waitlisted", "女儿 waitlisted", "助理小陈 waitlisted", "居民3 waitlisted"]);
  expect((await cancelRegistration(house.worker, { registrationId: first.registrationId })).moved).toBe(3);
  expect(await statusesOf(house, sessionId!)).toEqual(["居民1 cancelled", "居民2 booked", "女儿 booked", "助理小陈 booked", "居民3 waitlisted"]);
});

test("every later session at once, leaving those that are signed up for already", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds } = await givenSeries(house);
  await signUp(house.worker, { sessionId: sessionIds[2]!, personId: house.residents[0]!, role: "participant" });
  expect((await signUp(house.worker, { sessionId: sessionIds[1]!, personId: house.residents[0]!, role: "participant", following: true })).sessions).toBe(sessionIds.length - 2);
});

test("a rule that is not met is named; the age counts on the day of the session", async () => {
  const house = await givenHouse(t, 2);
  const { sessionIds: [sessionId] } = await givenSeries(house, { rules: { eligibility: { minAge: 76, maxAge: null, communityIds: [], populations: [] }, priority: [] } });
  await signUp(house.worker, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant" });
  await expect(signUp(house.worker, { sessionId: sessionId!, personId: house.residents[1]!, role: "participant" })).rejects.toMatchObject({ reason: "activities.too_young" });
});

test("a volunteer without training and agreement takes no volunteer's place", async () => {
  const house = await givenHouse(t, 0);
  const { seriesId, sessionIds: [sessionId] } = await givenSeries(house);
  const programmeId = await givenProgramme(house.worker);
  const volunteerId = await givenVolunteer(house.worker, programmeId, "service_team");
  const [{ personId }] = await listEligibleHelpers(house.worker, programmeId, house.worker.today) as [HelperOffer];
  const asVolunteer = { sessionId: sessionId!, personId, role: "volunteer" } as const;
  await expect(signUp(house.worker, asVolunteer)).rejects.toMatchObject({ reason: "activities.not_approved" });
  for (const requirement of ["agreement", "consent"]) {
    const { id: templateId } = await publishAgreement(house.worker, { programmeId, requirement, title: "协议", body: "我愿意。" });
    await signAgreement(house.worker, { volunteerId, templateId, signerName: "林小满", signerCapacity: "volunteer", guardianRelation: "", manner: "on_screen", answer: "signed", signedOn: house.worker.today });
  }
  const comingOn = (day: string, of: string[] | null = null) => house.worker.read(async (tx) => [...await helpersComing(tx, house.orgId, day, of)].map(([id, { name, persons }]) => [id, name, ...persons]));
  expect(await comingOn("2026-12-02")).toEqual([]);
  const { status, registrationId } = await signUp(house.worker, asVolunteer);
  expect(status).toBe("booked");
  expect(await comingOn("2026-12-02")).toEqual([[seriesId, "周三合唱", personId]]);
  expect([await comingOn("2026-12-03"), await comingOn("2026-12-02", [sessionId!])]).toEqual([[], []]);
  await cancelRegistration(house.worker, { registrationId, reason: "" });
  expect(await comingOn("2026-12-02", [seriesId])).toEqual([]);
});

test("where a worker looks first, somebody applies, and is accepted or refused with a reason", async () => {
  const house = await givenHouse(t, 2);
  const { sessionIds: [sessionId] } = await givenSeries(house, { admission: "review" });
  const applied = await Promise.all(house.residents.map((personId) => signUp(house.as(personId), { sessionId: sessionId!, personId, role: "participant" })));
  expect(applied.map(({ status }) => status)).toEqual(["applied", "applied"]);
  expect(await decideApplication(house.worker, { registrationId: applied[0]!.registrationId, answer: "accept" })).toEqual({ answer: "booked" });
  await expect(decideApplication(house.worker, { registrationId: applied[1]!.registrationId, answer: "refuse" })).rejects.toMatchObject({ reason: "activities.say_why" });
  expect(await decideApplication(house.worker, { registrationId: applied[1]!.registrationId, answer: "refuse", reason: "这次先请没来过的人" })).toEqual({ answer: "refused" });
  await expect(decideApplication(house.worker, { registrationId: applied[1]!.registrationId, answer: "accept" })).rejects.toMatchObject({ reason: "activities.answered_already" });
});

test("people sign themselves up and give their own place back, nobody else's", async () => {
  const house = await givenHouse(t, 2);
  const [me, other] = house.residents as [string, string];
  const { sessionIds: [sessionId] } = await givenSeries(house);
  const { registrationId } = await signUp(house.as(me), { sessionId: sessionId!, personId: me, role: "participant" });
  await expect(signUp(house.as(me), { sessionId: sessionId!, personId: other, role: "participant" })).rejects.toMatchObject({ status: 403 });
  await expect(cancelRegistration(house.as(other), { registrationId })).rejects.toMatchObject({ status: 404 });
  const mine = await listMyActivities(house.as(me));
  expect([mine.mine.map(({ status }) => status), mine.open.some(({ id }) => id === sessionId)]).toEqual([["booked"], false]);
  await cancelRegistration(house.as(me), { registrationId });
  expect((await listMyActivities(house.as(me))).mine).toEqual([]);
});

test("the public page answers a second sign-up like the first, gives no second place, and gives nobody else's back", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds: [sessionId] } = await givenSeries(house, { participants: 2 });
  const form = { name: "王桂兰", phone: "139 0000 1111", needs: "要接送", companion: "女儿" };
  const first = await signUpPublicly(house.anyone, sessionId!, form);
  const second = await signUpPublicly(house.anyone, sessionId!, form);
  const [one, two] = [await showPass(house.anyone, first.pass), await showPass(house.anyone, second.pass)];
  expect(two.status).toBe(one.status);
  expect(one).toMatchObject({ status: "booked", companions: 1 });
  expect(JSON.stringify(one)).not.toContain("王桂兰");
  expect(one.occasion.filled.participant.booked).toBe(1);
  await cancelByPass(house.anyone, second.pass);
  expect((await showPass(house.anyone, first.pass)).status).toBe("booked");
  await cancelByPass(house.anyone, first.pass);
  expect((await showPass(house.anyone, first.pass)).status).toBe("cancelled");
  await expect(showPass(house.anyone, `${first.pass.slice(0, -1)}_`)).rejects.toMatchObject({ status: 404 });
});

test("what only a file tells is left to a worker: the public page never says that somebody is disabled", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds: [sessionId] } = await givenSeries(house, { rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: ["disabled"] }, priority: [] } });
  const { pass } = await signUpPublicly(house.anyone, sessionId!, { name: "李四", phone: "13900002222" });
  expect((await showPass(house.anyone, pass)).status).toBe("applied");
});

test("a series that is not public does not exist for the public, and another organisation sees nothing", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds: [sessionId] } = await givenSeries(house, { openTo: "account" });
  await expect(signUpPublicly(house.anyone, sessionId!, { name: "李四", phone: "13900002222" })).rejects.toMatchObject({ status: 404 });
  const elsewhere = sessionOf(anActor({ capabilities: ["activities.read", "activities.manage"] }), t);
  await expect(showSession(elsewhere, sessionId!)).rejects.toMatchObject({ status: 404 });
  await expect(signUp(elsewhere, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant" })).rejects.toMatchObject({ status: 404 });
});

test("who has a place and who waits, for those who write to them", async () => {
  const house = await givenHouse(t, 3);
  const [a, b, c] = house.residents as [string, string, string];
  const { sessionIds: [sessionId] } = await givenSeries(house, { participants: 2 });
  for (const personId of [a, b, c]) await signUp(house.worker, { sessionId: sessionId!, personId, role: "participant" });
  const of = (side: "booked" | "waitlisted" | "volunteer") => house.worker.read((tx) => peopleOfSession(tx, house.orgId, sessionId!, side));
  expect([await of("booked"), await of("waitlisted"), await of("volunteer")]).toEqual([[a, b], [c], []]);
});
