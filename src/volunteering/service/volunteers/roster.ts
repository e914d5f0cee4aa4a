import { identitiesOf, type PersonCard, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { volunteerStatus, type VolunteerStatus } from "../../model/pathway/volunteer-status.ts";
import { selectFactsByVolunteer } from "../../store/facts.ts";
import { selectPolicies } from "../../store/policies.ts";
import { selectVolunteers, selectVolunteersOfPersons, type Volunteer } from "../../store/volunteers.ts";
import { birthOf } from "../ground.ts";

/** A volunteer with who they are and where they stand. */
export interface RosterEntry {
  readonly volunteer: Volunteer;
  readonly card: PersonCard;
  readonly standing: VolunteerStatus;
}

/**
 * Everybody of a programme with their computed status on a day, newest sign-up
 * first: four queries, whatever the number. Somebody who stands under two
 * records since merged appears once, by the record that is further on. With
 * `personIds`, only those.
 */
export async function loadRoster(tx: Tx, orgId: string, programmeId: string, on: string, personIds?: readonly string[]): Promise<RosterEntry[]> {
  const policies = await selectPolicies(tx, orgId, programmeId);
  const volunteers = personIds ? (await selectVolunteersOfPersons(tx, orgId, [...(await identitiesOf(tx, orgId, personIds)).values()].flat())).filter((volunteer) => volunteer.programmeId === programmeId) : await selectVolunteers(tx, orgId, programmeId);
  const facts = await selectFactsByVolunteer(tx, orgId, programmeId, personIds && volunteers.map(({ id }) => id));
  const cards = await personCards(tx, orgId, volunteers.map(({ personId }) => personId));
  const entries = volunteers.flatMap((volunteer) => {
    const card = cards.get(volunteer.personId);
    return card ? { volunteer, card, standing: volunteerStatus(policies, { birthOn: birthOf(card), facts: facts.get(volunteer.id) ?? [] }, on) } : [];
  });
  return onePerPerson(entries);
}

const FURTHER: readonly VolunteerStatus["status"][] = ["removed", "prospect", "applicant", "lapsed", "approved", "reserve", "service_team"];

function onePerPerson(entries: readonly RosterEntry[]): RosterEntry[] {
  const best = new Map<string, RosterEntry>();
  for (const entry of entries) {
    const known = best.get(entry.card.id);
    if (!known || FURTHER.indexOf(entry.standing.status) > FURTHER.indexOf(known.standing.status)) best.set(entry.card.id, entry);
  }
  return entries.filter((entry) => best.get(entry.card.id) === entry);
}
