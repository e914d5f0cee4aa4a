import { expect, test } from "vitest";
import { consentsInForce, relativesOf } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { SignUpForm } from "../../model/sign-up/sign-up-form.ts";
import { givenProgramme } from "../../testing.ts";
import { recordEvidence } from "../pathway/record-evidence.ts";
import { listVolunteers } from "../volunteers/list-volunteers.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { limitSignUps } from "./limit-sign-ups.ts";
import { findPublicProgramme, listPublicProgrammes } from "./public-programmes.ts";
import { signUpPublicly } from "./sign-up-publicly.ts";

const t = testDatabase();
const WORDS = { language: "zh", text: "同意保存资料" } as const;
const SENT = { name: "林小满", sex: "female", birthOn: "2003-05-04", phone: "13800000001", times: ["6-morning"], interests: "棋类、散步", keep_data: "yes", contact: "yes" };

function coordinator(): Session {
  return sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.read", "people.write"] }), t);
}

/** As the public page has it: no capability at all. */
function publicOf(session: Session): Session {
  return sessionOf(anActor({ orgId: session.actor.orgId, role: "public", strong: false }), t);
}

const form = (more: Record<string, unknown> = {}) => SignUpForm.parse({ ...SENT, ...more });

test("a sign-up becomes an applicant with hours, interests and each consent as given", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session);
  await signUpPublicly(publicOf(session), "community-friends", form({ timesText: "工作日晚上" }), WORDS);
  const { page: { rows } } = await listVolunteers(session, { programmeId });
  expect(rows).toMatchObject([{ name: "林小满", status: "applicant" }]);
  const file = await showVolunteer(session, rows[0]!.id);
  expect(file.hours).toHaveLength(6);
  expect([...file.interests].sort()).toEqual(["散步", "棋类"].sort());
  const consents = await session.read((tx) => consentsInForce(tx, session.actor.orgId, [file.card.id], session.today));
  expect(Object.fromEntries(consents.get(file.card.id)!)).toEqual({ keep_data: "given", contact: "given", be_matched: "refused", photograph: "refused" });
});

test("signing up again is thanked in the same way and makes nobody twice", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session);
  await signUpPublicly(publicOf(session), "community-friends", form(), WORDS);
  await signUpPublicly(publicOf(session), "community-friends", form({ phone: "138 0000 0001" }), WORDS);
  expect((await listVolunteers(session, { programmeId })).counts.all).toBe(1);
});

test("somebody helped before who signs up is the same person (助人自助)", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session);
  const personId = await givenPerson(session, { name: "林小满", birthOn: "2003-05-04", birthPrecision: "day", contacts: [{ kind: "mobile", value: "13800000001" }] });
  await signUpPublicly(publicOf(session), "community-friends", form(), WORDS);
  expect((await listVolunteers(session, { programmeId })).page.rows).toMatchObject([{ personId }]);
});

test("a minor's guardian is kept, consents for them, and is rung before it counts", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session);
  const guardian = { birthOn: "2010-01-01", guardianName: "林大海", guardianRelation: "father", guardianPhone: "13900000001", guardianAgrees: "yes" };
  await signUpPublicly(publicOf(session), "community-friends", form(guardian), WORDS);
  const { id, personId } = (await listVolunteers(session, { programmeId })).page.rows[0]!;
  const before = await showVolunteer(session, id);
  expect(before.standing).toMatchObject({ accompanied: false });
  expect(before.standing.requirements.find(({ key }) => key === "guardian_consent")).toMatchObject({ state: "pending" });
  expect((await session.read((tx) => relativesOf(tx, session.actor.orgId, [personId]))).get(personId)).toMatchObject([{ otherName: "林大海", isGuardian: true }]);
  await recordEvidence(session, { volunteerId: id, requirement: "guardian_consent", on: session.today, result: "met", quantity: 1, reason: "电话确认" });
  expect((await showVolunteer(session, id)).standing.requirements.find(({ key }) => key === "guardian_consent")).toMatchObject({ state: "met" });
});

test.each([
  [{ birthOn: "2010-01-01" }, "volunteering.guardian_must_agree"],
  [{ birthOn: "2022-01-01" }, "volunteering.too_young_for_programme"],
  [{ keep_data: undefined }, "volunteering.keep_data_needed"],
  [{ phone: "" }, "volunteering.no_way_to_reach"],
])("%o is refused kindly at its field and nobody is added", async (more, reason) => {
  const session = coordinator();
  const programmeId = await givenProgramme(session);
  const attempt = signUpPublicly(publicOf(session), "community-friends", form(more), WORDS);
  await expect(attempt).rejects.toMatchObject({ kind: "invalid_input", fields: expect.arrayContaining([expect.objectContaining({ reason })]) });
  expect((await listVolunteers(session, { programmeId })).counts.all).toBe(0);
});

test("a programme takes sign-ups from its first day to its last", async () => {
  const session = coordinator();
  await givenProgramme(session, { slug: "later", signUpFrom: "2026-12-01" });
  await givenProgramme(session, { slug: "over", signUpUntil: "2026-11-21" });
  await givenProgramme(session, { slug: "open", signUpUntil: "2026-11-22" });
  const visitor = publicOf(session);
  await expect(signUpPublicly(visitor, "later", form(), WORDS)).rejects.toMatchObject({ reason: "volunteering.sign_up_not_open" });
  await expect(signUpPublicly(visitor, "over", form(), WORDS)).rejects.toMatchObject({ reason: "volunteering.sign_up_closed" });
  await expect(findPublicProgramme(visitor, "nowhere")).rejects.toMatchObject({ kind: "not_found" });
  expect((await findPublicProgramme(visitor, "open")).taking).toBe("yes");
  expect((await listPublicProgrammes(visitor)).map(({ slug }) => slug)).toEqual(["open"]);
});

test("an address that sends far more than a family would is asked to wait", () => {
  const now = new Date("2026-11-22T02:00:00Z");
  for (let count = 0; count < 20; count += 1) limitSignUps("a", now);
  expect(() => limitSignUps("a", now)).toThrow("volunteering.too_many_sign_ups");
  expect(() => limitSignUps("b", now)).not.toThrow();
  expect(() => limitSignUps("a", new Date(now.getTime() + 3_600_001))).not.toThrow();
});
