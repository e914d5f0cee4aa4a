import { readFile } from "node:fs/promises";
import { givenPerson } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { createProgramme, type NewProgramme } from "./service/programmes/create-programme.ts";
import { setAvailability } from "./service/volunteers/set-availability.ts";
import { addVolunteer } from "./service/volunteers/add-volunteer.ts";
import { recordEvidence } from "./service/pathway/record-evidence.ts";
import { appraiseVolunteers } from "./service/pathway/appraise-volunteers.ts";
import { selectVolunteer } from "./store/volunteers.ts";

export { friendPolicy, requirement } from "./model/pathway/default-policy.ts";
export type { Evidence, Exemption } from "./model/pathway/fact.ts";
export { volunteerStatus } from "./model/pathway/volunteer-status.ts";
export { grantExemption } from "./service/pathway/grant-exemption.ts";
export { removeVolunteer } from "./service/pathway/remove-volunteer.ts";
export { recordEvidence } from "./service/pathway/record-evidence.ts";
export { appraiseVolunteers } from "./service/pathway/appraise-volunteers.ts";
export { adoptPolicy } from "./service/programmes/adopt-policy.ts";

/** A sheet as offices really send it: 46 sign-ups, of whom 28 are trained, 15 in the team and 13 in reserve. */
const SIGN_UP_SHEET = new URL("./fixtures/community-friend-volunteers.xlsx", import.meta.url);

export async function signUpSheet(): Promise<Buffer> {
  return readFile(SIGN_UP_SHEET);
}

export function aProgramme(over: Partial<NewProgramme> = {}): NewProgramme {
  return {
    slug: "community-friends", name: "社区老友", summary: "每周陪伴一位足不出户的青年一两个小时。", nextSteps: "我们会在一周内打电话给您，约您参加三次培训。", contact: "社工站 0871-65530000",
    signUpFrom: "2026-01-01", signUpUntil: null, lookedFor: "", timeWords: "", places: null, whenFull: "wait", waitingOrder: "arrival", ...over,
  };
}

/** Opens a programme; its id. The session needs volunteers.manage. */
export async function givenProgramme(session: Session, over: Partial<NewProgramme> = {}): Promise<string> {
  return (await createProgramme(session, aProgramme(over))).id;
}

/** Somebody who signed up, or is trained, or is placed; their volunteer's id. The session also needs people.write. */
export async function givenVolunteer(session: Session, programmeId: string, at: "applicant" | "approved" | "service_team" | "reserve" = "applicant", name = "林小满"): Promise<string> {
  const personId = await givenPerson(session, { name, birthOn: "1999-05-04", birthPrecision: "day" });
  const { id: volunteerId } = await addVolunteer(session, { programmeId, personId });
  if (at === "applicant") return volunteerId;
  const on = session.today;
  await recordEvidence(session, { volunteerId, requirement: "training", on, result: "met", quantity: 3, reason: "" });
  await recordEvidence(session, { volunteerId, requirement: "screening", on, result: "met", quantity: 1, reason: "" });
  if (at !== "approved") await appraiseVolunteers(session, { volunteerIds: [volunteerId], outcome: at, words: "" });
  return volunteerId;
}

/** A volunteer who may meet somebody today; their person's id. The session also needs people.write. */
export async function givenServing(session: Session, programmeId: string, name: string): Promise<string> {
  const volunteerId = await givenVolunteer(session, programmeId, "service_team", name);
  for (const asked of ["agreement", "consent"]) await recordEvidence(session, { volunteerId, requirement: asked, on: session.today, result: "met", quantity: 1, reason: "" });
  return personOf(session, volunteerId);
}

/** The person behind a volunteer. */
export async function personOf(session: Session, volunteerId: string): Promise<string> {
  return (await session.read((tx) => selectVolunteer(tx, session.actor.orgId, volunteerId)))!.personId;
}

/** The hours a new volunteer is free. */
export async function givenHours(session: Session, volunteerId: string, hours: Parameters<typeof setAvailability>[1]["hours"]): Promise<void> {
  await setAvailability(session, { volunteerId, version: 1, hours });
}
