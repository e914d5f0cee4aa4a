import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "../../testing.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { holdTraining, NewTraining } from "./hold-training.ts";
import { listTrainings } from "./list-trainings.ts";
import { showTraining } from "./show-training.ts";
import { takeAttendance } from "./take-attendance.ts";

const t = testDatabase();
const manager = () => sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.read", "people.write"] }), t);

test("being there counts once for each session, and a corrected list takes it back", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const [a, b] = [await givenVolunteer(session, programmeId, "applicant", "甲"), await givenVolunteer(session, programmeId, "applicant", "乙")];
  const { id: trainingId } = await holdTraining(session, NewTraining.parse({ programmeId, title: "认识残障与陪伴", heldOn: "2026-11-22" }));
  expect(await takeAttendance(session, { trainingId, attendance: [{ volunteerId: a, state: "present" }, { volunteerId: b, state: "absent" }] })).toEqual({ changed: 2 });
  expect(await takeAttendance(session, { trainingId, attendance: [{ volunteerId: a, state: "late" }, { volunteerId: b, state: "absent" }] })).toEqual({ changed: 1 });
  const sessions = async (id: string) => (await showVolunteer(session, id)).standing.requirements.find(({ key }) => key === "training")!.have;
  expect([await sessions(a), await sessions(b)]).toEqual([1, 0]);
  await takeAttendance(session, { trainingId, attendance: [{ volunteerId: a, state: "excused" }, { volunteerId: b, state: "present" }] });
  expect([await sessions(a), await sessions(b)]).toEqual([0, 1]);
  expect((await listTrainings(session, programmeId))).toMatchObject([{ id: trainingId, present: 1 }]);
  expect((await showTraining(session, trainingId)).list.map(({ name, state, have }) => [name, state, have]).sort()).toEqual([["乙", "present", 1], ["甲", "excused", 0]].sort());
});

test("three sessions make a trained volunteer together with the check", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId);
  for (const title of ["一", "二", "三"]) {
    const { id: trainingId } = await holdTraining(session, NewTraining.parse({ programmeId, title, heldOn: "2026-11-22" }));
    await takeAttendance(session, { trainingId, attendance: [{ volunteerId, state: "present" }] });
  }
  expect((await showVolunteer(session, volunteerId)).standing.requirements.find(({ key }) => key === "training")).toMatchObject({ state: "met", have: 3 });
});

test("nobody is there before the day, in another programme, or for what is no training", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const elsewhere = await givenVolunteer(session, await givenProgramme(session, { slug: "other" }));
  const { id: later } = await holdTraining(session, NewTraining.parse({ programmeId, title: "下一场", heldOn: "2026-12-01" }));
  const { id: trainingId } = await holdTraining(session, NewTraining.parse({ programmeId, title: "今天", heldOn: "2026-11-22" }));
  await expect(takeAttendance(session, { trainingId: later, attendance: [] })).rejects.toMatchObject({ reason: "volunteering.training_not_yet" });
  await expect(takeAttendance(session, { trainingId, attendance: [{ volunteerId: elsewhere, state: "present" }] })).rejects.toMatchObject({ reason: "volunteering.volunteer_not_found" });
  await expect(holdTraining(session, NewTraining.parse({ programmeId, title: "x", heldOn: "2026-11-22", requirement: "screening" }))).rejects.toMatchObject({ reason: "volunteering.not_a_training" });
});

test("two lists sent at once give one piece of evidence", async () => {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId);
  const { id: trainingId } = await holdTraining(session, NewTraining.parse({ programmeId, title: "今天", heldOn: "2026-11-22" }));
  await Promise.all([1, 2, 3].map(() => takeAttendance(session, { trainingId, attendance: [{ volunteerId, state: "present" }] })));
  expect((await showVolunteer(session, volunteerId)).facts.filter((fact) => fact.kind === "evidence" && fact.requirement === "training")).toHaveLength(1);
});
