import { answersOf, givenAssessment, instrumentOf } from "#assessment/testing.ts";
import { givenEncounter } from "#encounters/testing.ts";
import { addRelationships } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";

/** What seeing every kind of result takes, with what it takes to make it up. */
export const RESULT_CAPABILITIES = ["people.read", "people.write", "outreach.work", "cases.work", "plans.work", "assessments.work", "encounters.read", "encounters.write", "employment.work", "returns.read"] as const;

/** A made-up carer of somebody; their id. */
export async function givenCarer(session: Session, personId: string, name = "白妈妈"): Promise<string> {
  const carerId = await givenPerson(session, { name, sex: "female", birthOn: "1966-02-01" });
  await session.write("testing.given-carer", { personId, carerId }, (tx) => addRelationships(session, tx, [{ personId, otherId: carerId, relation: "母亲", inverse: "儿子", isCarer: true }]));
  return carerId;
}

/** A carer asked about their strain: every item at the same level, 0 to 3. */
export async function givenStrain(session: Session, carerId: string, assessedOn: string, level: number): Promise<string> {
  return givenAssessment(session, carerId, { instrumentId: "needs-carer", assessedOn, answers: answersOf(instrumentOf("needs-carer"), (values) => values[level]!) });
}

/** Hours somebody was with the one cared for, so that the carer could rest. */
export async function givenRespite(session: Session, personId: string, happenedOn: string, minutes: number): Promise<string> {
  return givenEncounter(session, personId, { happenedOn, minutes, mode: "home", topics: ["relief"] });
}
