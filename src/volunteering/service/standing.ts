import { endRoles, personCards, rolesOf, startRoles } from "#people/index.ts";
import { requireAgreed } from "#pathways/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { volunteerStatus, type VolunteerStatus } from "../model/pathway/volunteer-status.ts";
import { MOVED_UP } from "../model/recruitment/waiting.ts";
import { insertFacts, type NewFact } from "../store/facts.ts";
import { selectPolicies } from "../store/policies.ts";
import { selectProgramme, type Programme } from "../store/programmes.ts";
import { selectVolunteersOfPersons, type Volunteer } from "../store/volunteers.ts";
import { factsOf } from "./facts-of.ts";
import { birthOf, keepingPersons } from "./ground.ts";
import { postApplication } from "./recruitment/post-application.ts";
import { placesOf } from "./recruitment/places-of.ts";

/** Where one volunteer stands on a day. */
export async function standingOf(tx: Tx, orgId: string, volunteer: Volunteer, on: string): Promise<VolunteerStatus> {
  const policies = await selectPolicies(tx, orgId, volunteer.programmeId);
  const facts = await factsOf(tx, orgId, volunteer);
  const cards = await personCards(tx, orgId, [volunteer.personId]);
  return volunteerStatus(policies, { birthOn: birthOf(cards.get(volunteer.personId)), facts }, on);
}

/** Writes facts down, keeps the person's dated role in step with where they now stand, and gives a place that became free to who waits. */
export async function addFacts(session: Session, tx: Tx, volunteer: Volunteer, facts: readonly NewFact[]): Promise<{ ids: string[]; standing: VolunteerStatus }> {
  const written = await writeFacts(session, tx, volunteer, facts);
  const programme = await selectProgramme(tx, session.actor.orgId, volunteer.programmeId);
  if (programme) await settleWaiting(session, tx, programme);
  return written;
}

async function writeFacts(session: Session, tx: Tx, volunteer: Volunteer, facts: readonly NewFact[]): Promise<{ ids: string[]; standing: VolunteerStatus }> {
  const { actor } = session;
  const before = await standingOf(tx, actor.orgId, volunteer, session.today);
  const ids = await insertFacts(tx, actor.orgId, facts.map((fact) => ({ volunteerId: volunteer.id, fact })), { recordedBy: actor.accountId, recordedByName: actor.name });
  const standing = await standingOf(tx, actor.orgId, volunteer, session.today);
  // Whoever is served themselves changes sides when they are placed; a child's guardian is asked by the pathway's own requirement.
  if (isPlaced(standing) && !isPlaced(before)) await requireAgreed(session, tx, volunteer.personId, "helping", { guardian: "elsewhere" });
  await keepRole(session, tx, volunteer, standing);
  return { ids, standing };
}

const isPlaced = ({ status }: VolunteerStatus): boolean => status === "service_team" || status === "reserve";

/** Gives free places to those who wait, in the order the programme writes, and tells them. The programme's row is held. */
export async function settleWaiting(session: Session, tx: Tx, programme: Programme): Promise<void> {
  const { actor, today } = session;
  if (programme.places === null) return;
  const { left, waiting } = await placesOf(tx, actor.orgId, programme, today);
  for (const { volunteer, requirement } of waiting.slice(0, left)) {
    await writeFacts(session, tx, volunteer, [{ kind: "evidence", requirement, on: today, quantity: 1, result: "met", reference: MOVED_UP }]);
    await postApplication(tx, actor.orgId, { matter: "moved_up", volunteerId: volunteer.id });
    await recordAudit(tx, actor, { action: "volunteer.moved_up", subjectKind: "volunteer", subjectId: volunteer.id });
  }
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
