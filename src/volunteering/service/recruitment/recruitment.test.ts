import { expect, test } from "vitest";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { SignUpForm } from "../../model/sign-up/sign-up-form.ts";
import { givenProgramme } from "../../testing.ts";
import { appraiseVolunteers } from "../pathway/appraise-volunteers.ts";
import { recordEvidence } from "../pathway/record-evidence.ts";
import { removeVolunteer } from "../pathway/remove-volunteer.ts";
import { changeProgramme } from "../programmes/change-programme.ts";
import { findPublicProgramme } from "../sign-up/public-programmes.ts";
import { signUpPublicly } from "../sign-up/sign-up-publicly.ts";
import { listVolunteers } from "../volunteers/list-volunteers.ts";
import { showProgramme } from "../programmes/show-programme.ts";
import { CARRY_APPLICATIONS, carryApplication } from "./carry-application.ts";
import { declineApplicant, reopenApplication } from "./decline-applicant.ts";
import type { ApplicationLetter } from "./post-application.ts";
import { showApplication, withdrawByPass } from "./show-application.ts";
import { showRecruitment } from "./show-recruitment.ts";

const t = testDatabase();
const WORDS = { language: "zh", text: "同意保存资料" } as const;
const coordinator = (): Session => sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.read", "people.write"] }), t);
const publicOf = ({ actor: { orgId } }: Session): Session => sessionOf(anActor({ orgId, role: "public", strong: false }), t);

async function signsUp(session: Session, number: number, more: Record<string, unknown> = {}): Promise<string> {
  const form = SignUpForm.parse({ name: `志愿者${"甲乙丙丁戊己庚辛"[number]}`, birthOn: "2001-05-04", phone: `1380000000${number}`, keep_data: "yes", contact: "yes", ...more });
  return (await signUpPublicly(publicOf(session), "community-friends", form, WORDS)).pass!;
}

const stands = async (session: Session, passes: readonly string[]) => Promise.all(passes.map(async (pass) => {
  const { state, turn } = await showApplication(publicOf(session), pass);
  return turn ? `${state} ${turn.number}/${turn.of}` : state;
}));
const idOf = async (session: Session, programmeId: string, name: string) => (await listVolunteers(session, { programmeId, q: name })).page.rows[0]!.id;
const letters = async ({ actor: { orgId } }: Session) => (await t.owner.query<{ payload: ApplicationLetter }>("select payload from platform.outbox where org_id = $1 and topic = 'application' order by at", [orgId])).rows.map(({ payload }) => payload);
const NO = { reasons: ["full" as const], offers: ["activities" as const], otherProgramme: null, words: "谢谢您那天特地过来。", note: "只给同事" };

test("places, then the waiting list as they came; whoever gives a place back lets the next one in, who is told", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session, { places: 1 });
  const passes = [await signsUp(session, 0), await signsUp(session, 1), await signsUp(session, 2)];
  expect(await stands(session, passes)).toEqual(["received", "waiting 1/2", "waiting 2/2"]);
  expect(await findPublicProgramme(publicOf(session), "community-friends")).toMatchObject({ taking: "wait", places: { all: 1, left: 0, waiting: 2 } });
  await withdrawByPass(publicOf(session), passes[0]!);
  expect(await stands(session, passes)).toEqual(["withdrawn", "received", "waiting 1/1"]);
  const moved = await letters(session);
  expect(moved.map(({ matter }) => matter)).toEqual(["moved_up"]);
  const postman = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: [CARRY_APPLICATIONS] }), t);
  expect(await carryApplication(postman, moved[0]!, (pass) => `https://linli.example/a/${pass}`)).toEqual([{ to: "13800000001", text: `【邻里】您的志愿报名有新进展，请看：https://linli.example/a/${passes[1]!}` }]);
  const board = await showRecruitment(session, programmeId);
  expect([board.held, board.left, board.waiting.map(({ name }) => name)]).toEqual([1, 0, ["志愿者丙"]]);
});

test("more places, a person who leaves and a no each let the next in; somebody who waits cannot be approved", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session, { places: 1 });
  const passes = [];
  for (const number of [0, 1, 2, 3]) passes.push(await signsUp(session, number));
  const { programme } = await showProgramme(session, programmeId);
  await changeProgramme(session, { ...programme, programmeId, places: 2 });
  expect(await stands(session, passes)).toEqual(["received", "received", "waiting 1/2", "waiting 2/2"]);
  await removeVolunteer(session, { volunteerId: await idOf(session, programmeId, "志愿者甲"), reason: "搬家" });
  await declineApplicant(session, { volunteerId: await idOf(session, programmeId, "志愿者乙"), ...NO });
  expect(await stands(session, passes)).toEqual(["left", "declined", "received", "received"]);
  passes.push(await signsUp(session, 4));
  const volunteerId = await idOf(session, programmeId, "志愿者戊");
  await recordEvidence(session, { volunteerId, requirement: "training", on: session.today, result: "met", quantity: 3, reason: "" });
  await recordEvidence(session, { volunteerId, requirement: "screening", on: session.today, result: "met", quantity: 1, reason: "" });
  await expect(appraiseVolunteers(session, { volunteerIds: [volunteerId], outcome: "reserve", words: "" })).rejects.toMatchObject({ reason: "volunteering.not_trained_yet" });
});

test("who offers most time goes first where the programme writes so; closed when full where it says so", async () => {
  const session = coordinator();
  await givenProgramme(session, { places: 1, waitingOrder: "most_time" });
  const passes = [await signsUp(session, 0), await signsUp(session, 1, { times: ["6-morning"] }), await signsUp(session, 2, { times: ["6-morning", "7-morning"] }), await signsUp(session, 3)];
  expect(await stands(session, passes)).toEqual(["received", "waiting 2/3", "waiting 1/3", "waiting 3/3"]);
  const other = coordinator();
  await givenProgramme(other, { places: 1, whenFull: "close" });
  await signsUp(other, 0);
  await expect(signsUp(other, 1)).rejects.toMatchObject({ reason: "volunteering.places_taken" });
});

test("a no tells the reasons chosen and nothing colleagues wrote; it is a row and may be opened again, at the end of the list", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session, { places: 1 });
  const passes = [await signsUp(session, 0), await signsUp(session, 1)];
  const volunteerId = await idOf(session, programmeId, "志愿者甲");
  await declineApplicant(session, { volunteerId, ...NO });
  const told = await showApplication(publicOf(session), passes[0]!);
  expect(told).toMatchObject({ state: "declined", refusal: { reasons: ["full"], offers: ["activities"], words: NO.words } });
  expect(JSON.stringify(told)).not.toMatch(/只给同事|志愿者甲/);
  await expect(declineApplicant(session, { volunteerId, ...NO })).rejects.toMatchObject({ reason: "volunteering.already_declined" });
  expect(await reopenApplication(session, { volunteerId, reason: "有新名额" })).toEqual({ waits: true });
  expect(await stands(session, passes)).toEqual(["waiting 1/1", "received"]);
  await expect(reopenApplication(session, { volunteerId, reason: "" })).rejects.toMatchObject({ reason: "volunteering.application_open" });
  expect((await letters(session)).map(({ matter }) => matter)).toEqual(["moved_up", "refused", "reopened"]);
});

test("a second sign-up learns nothing of the first, and its code takes nothing back", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session);
  const first = await signsUp(session, 0);
  await declineApplicant(session, { volunteerId: await idOf(session, programmeId, "志愿者甲"), ...NO });
  const [again, fresh] = [await signsUp(session, 0), await signsUp(session, 1)];
  expect(await showApplication(publicOf(session), again)).toEqual(await showApplication(publicOf(session), fresh).then((page) => ({ ...page, steps: expect.any(Array) })));
  await withdrawByPass(publicOf(session), again);
  expect(await stands(session, [first])).toEqual(["declined"]);
  await expect(showApplication(publicOf(session), `${first.slice(0, -1)}${first.endsWith("A") ? "B" : "A"}`)).rejects.toMatchObject({ reason: "volunteering.application_not_found" });
  await expect(showApplication(publicOf(coordinator()), first)).rejects.toMatchObject({ reason: "volunteering.application_not_found" });
});

test("thirty sign up at once for five places, some withdraw: never over, nobody left out, no deadlock", async () => {
  const session = coordinator();
  const programmeId = await givenProgramme(session, { places: 5 });
  const passes = await Promise.all(Array.from({ length: 30 }, async (_, index) => {
    const form = SignUpForm.parse({ name: `候补${String.fromCodePoint(0x4e00 + index)}`, birthOn: "2001-05-04", phone: `139000000${10 + index}`, keep_data: "yes" });
    const { pass } = await signUpPublicly(publicOf(session), "community-friends", form, WORDS);
    if (index % 4 === 0) await withdrawByPass(publicOf(session), pass!);
    return pass!;
  }));
  const board = await showRecruitment(session, programmeId);
  expect([board.held, board.waiting.length, passes.length]).toEqual([5, 17, 30]);
  expect((await stands(session, passes)).filter((state) => state === "withdrawn")).toHaveLength(8);
}, 120_000);
