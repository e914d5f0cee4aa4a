import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "../../testing.ts";
import { holdTraining } from "../training/hold-training.ts";
import { takeAttendance } from "../training/take-attendance.ts";
import { readVolunteer } from "../ground.ts";
import { programmeNames, volunteerRecord } from "./volunteer-record.ts";

const t = testDatabase();

test("the record has the trainings with their session's words, the appraisal and the programme", async () => {
  const session = sessionOf(anActor({ capabilities: ["volunteers.manage", "volunteers.read", "people.write"] }), t);
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "service_team");
  const { id: trainingId } = await holdTraining(session, { programmeId, requirement: "training", title: "与残疾青年相处", heldOn: "2026-11-20", fromTime: null, minutes: 90, place: "活动室", trainer: "李老师" });
  await takeAttendance(session, { trainingId, attendance: [{ volunteerId, state: "present" }] });
  const record = await session.read(async (tx) => {
    const { personId } = await readVolunteer(tx, session.actor, volunteerId);
    return volunteerRecord(tx, session.actor.orgId, [personId]);
  });
  expect(record.programmes).toEqual(["社区老友"]);
  expect(record.lines).toContainEqual(expect.objectContaining({ kind: "training", title: "与残疾青年相处", minutes: 90, trainer: "李老师" }));
  expect(record.lines).toContainEqual(expect.objectContaining({ kind: "appraisal", placement: "service_team" }));
  expect(await session.read((tx) => programmeNames(tx, session.actor.orgId))).toEqual(new Map([[programmeId, "社区老友"]]));
});
