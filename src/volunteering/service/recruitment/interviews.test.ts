import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { givenMember, testGround } from "#identity/testing.ts";
import { createOrganization } from "#identity/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { friendPolicy, requirement } from "../../model/pathway/default-policy.ts";
import { PolicyForm } from "../../model/programme.ts";
import { adoptPolicy } from "../programmes/adopt-policy.ts";
import { givenProgramme, givenVolunteer } from "../../testing.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { agreeInterview, callOffInterview } from "./interviews.ts";
import { showInterview, writeNote } from "./interview-notes.ts";

const t = testDatabase();

async function house() {
  const ground = testGround(t);
  const orgId = await createOrganization(t.db, ground.masterKey, { name: "机构", shortName: "站", slug: `s${Math.random().toString(36).slice(2, 10)}`, description: "", address: "", phone: "" });
  const [coordinator, worker, other] = [await givenMember(ground, orgId, "coordinator"), await givenMember(ground, orgId, "worker"), await givenMember(ground, orgId, "worker")];
  const as = ({ accountId }: { accountId: string }, capabilities: string[]) => sessionOf({ ...anActor({ capabilities }), orgId: orgId as never, accountId: accountId as never }, t);
  return {
    manager: as(coordinator, ["volunteers.read", "volunteers.manage", "people.read", "people.write"]), worker: as(worker, ["volunteers.read"]), other: as(other, ["volunteers.read"]),
    accounts: { coordinator: coordinator.accountId, worker: worker.accountId },
  };
}

test("two interviewers write before they read each other; then the interview stands as held; nobody else learns of it", async () => {
  const { manager, worker, other, accounts } = await house();
  const programmeId = await givenProgramme(manager);
  const policy = friendPolicy(manager.today);
  const requirements = [...policy.requirements, requirement("interview", "interview", "approval")].map((one) => ({ ...one, name: "" }));
  await adoptPolicy(manager, { ...PolicyForm.parse({ ...policy, requirements, grandfathering: "none" }), programmeId });
  const volunteerId = await givenVolunteer(manager, programmeId);
  const { interviewId } = await agreeInterview(manager, { volunteerId, onDay: manager.today, fromTime: "14:30", place: "社工站", interviewers: [accounts.coordinator, accounts.worker] });
  await expect(showInterview(other, interviewId)).rejects.toMatchObject({ reason: "volunteering.interview_not_found" });
  await writeNote(worker, { interviewId, impression: "suits", words: "说话很温和。" });
  expect(await showInterview(manager, interviewId)).toMatchObject({ notes: [], hidden: true, mayWrite: true });
  await writeNote(manager, { interviewId, impression: "unsure", words: "时间不太稳定。" });
  await writeNote(manager, { interviewId, impression: "suits", words: "时间已经说好。" });
  expect((await showInterview(worker, interviewId)).notes.map(({ number, words }) => `${number} ${words}`).sort()).toEqual(["1 时间不太稳定。", "1 说话很温和。", "2 时间已经说好。"]);
  const { standing } = await showVolunteer(manager, volunteerId);
  expect(standing.requirements.find(({ kind }) => kind === "interview")).toMatchObject({ state: "met", metOn: manager.today });
});

test("an interview is given to one or two colleagues who may read, not in the past, and called off once", async () => {
  const { manager, worker, accounts } = await house();
  const volunteerId = await givenVolunteer(manager, await givenProgramme(manager));
  const form = { volunteerId, onDay: addDays(manager.today, 3), fromTime: "09:00", place: "社工站", interviewers: [accounts.worker] };
  await expect(agreeInterview(manager, { ...form, onDay: addDays(manager.today, -1) })).rejects.toMatchObject({ reason: "volunteering.interview_in_past" });
  await expect(agreeInterview(manager, { ...form, interviewers: [volunteerId] })).rejects.toMatchObject({ reason: "volunteering.interviewer_unknown" });
  await expect(agreeInterview(worker, form)).rejects.toMatchObject({ kind: "forbidden" });
  const { interviewId } = await agreeInterview(manager, form);
  await expect(writeNote(worker, { interviewId, impression: "suits", words: "……" })).rejects.toMatchObject({ reason: "volunteering.interview_not_yet" });
  await expect(writeNote(manager, { interviewId, impression: "suits", words: "……" })).rejects.toMatchObject({ reason: "volunteering.not_an_interviewer" });
  await callOffInterview(manager, { interviewId, reason: "applicant" });
  await expect(callOffInterview(manager, { interviewId, reason: "us" })).rejects.toMatchObject({ reason: "volunteering.interview_off_already" });
});
