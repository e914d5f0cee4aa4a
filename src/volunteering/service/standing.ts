import { endRoles, personCards, rolesOf, startRoles } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { volunteerStatus, type VolunteerStatus } from "../model/pathway/volunteer-status.ts";
import { insertFacts, type NewFact, selectFacts } from "../store/facts.ts";
import { selectPolicies } from "../store/policies.ts";
import { selectVolunteersOfPersons, type Volunteer } from "../store/volunteers.ts";
import { birthOf, keepingPersons } from "./ground.ts";

/** Where one volunteer stands on a day. */
export async function standingOf(tx: Tx, orgId: string, volunteer: Volunteer, on: string): Promise<VolunteerStatus> {
  const policies = await selectPolicies(tx, orgId, volunteer.programmeId);
  const facts = await selectFacts(tx, orgId, volunteer.id);
  const cards = await personCards(tx, orgId, [volunteer.personId]);
  return volunteerStatus(policies, { birthOn: birthOf(cards.get(volunteer.personId)), facts }, on);
}

/** Writes facts down and keeps the person's dated role in step with where they now stand. */
export async function addFacts(session: Session, tx: Tx, volunteer: Volunteer, facts: readonly NewFact[]): Promise<{ ids: string[]; standing: VolunteerStatus }> {
  const { actor } = session;
  const ids = await insertFacts(tx, actor.orgId, facts.map((fact) => ({ volunteerId: volunteer.id, fact })), { recordedBy: actor.accountId, recordedByName: actor.name });
  const standing = await standingOf(tx, actor.orgId, volunteer, session.today);
  await keepRole(session, tx, volunteer, standing);
  return { ids, standing };
}

/** Being a volunteer (志愿者) is a role from the day of approval until leaving the last programme; a lapse does not end it. */
async function keepRole(session: Session, tx: Tx, volunteer: Volunteer, standing: VolunteerStatus): Promise<void> {
  const { actor, today } = session;
  const roles = (await rolesOf(tx, actor.orgId, [volunteer.personId])).get(volunteer.personId) ?? [];
  const holds = roles.some(({ role, untilOn }) => role === "volunteer" && untilOn === null);
  if (standing.trained && standing.status !== "removed" && !holds) {
    const since = standing.since ?? today;
    await startRoles(keepingPersons(session), tx, [{ personId: volunteer.personId, role: "volunteer", fromOn: since <= today ? since : today }]);
  }
  if (standing.status === "removed" && holds && !(await standsElsewhere(session, tx, volunteer))) {
    await endRoles(keepingPersons(session), tx, [{ personId: volunteer.personId, role: "volunteer", untilOn: today, reason: "left_programme" }]);
  }
}

async function standsElsewhere(session: Session, tx: Tx, volunteer: Volunteer): Promise<boolean> {
  const others = (await selectVolunteersOfPersons(tx, session.actor.orgId, [volunteer.personId])).filter(({ id }) => id !== volunteer.id);
  for (const other of others) {
    const { trained, status } = await standingOf(tx, session.actor.orgId, other, session.today);
    if (trained && status !== "removed") return true;
  }
  return false;
}
