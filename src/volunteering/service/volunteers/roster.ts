import { identitiesOf, type PersonCard, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Fact } from "../../model/pathway/fact.ts";
import { volunteerStatus, type VolunteerStatus } from "../../model/pathway/volunteer-status.ts";
import { selectFactsByVolunteer } from "../../store/facts.ts";
import { selectPoliciesOf, type StoredPolicy } from "../../store/policies.ts";
import { selectVolunteers, selectVolunteersOfPersons, type Volunteer } from "../../store/volunteers.ts";
import { birthOf } from "../ground.ts";

/** A volunteer with who they are and where they stand. */
export interface RosterEntry {
  readonly volunteer: Volunteer;
  readonly card: PersonCard;
  readonly standing: VolunteerStatus;
}

/**
 * Everybody of each programme with their computed status on a day, newest sign-up first: five queries, whatever the number. Somebody who stands
 * under two records since merged appears once in a programme. With `personIds`, only those.
 */
export async function loadRosters(tx: Tx, orgId: string, programmeIds: readonly string[], on: string, personIds?: readonly string[]): Promise<ReadonlyMap<string, RosterEntry[]>> {
  return (await readRosters(tx, orgId, programmeIds, personIds))(on);
}

/** The same read once and asked on any number of days. */
export async function readRosters(tx: Tx, orgId: string, programmeIds: readonly string[], personIds?: readonly string[]): Promise<(on: string) => ReadonlyMap<string, RosterEntry[]>> {
  const policies = await selectPoliciesOf(tx, orgId, programmeIds);
  const volunteers = personIds ? (await selectVolunteersOfPersons(tx, orgId, [...(await identitiesOf(tx, orgId, personIds)).values()].flat())).filter(({ programmeId }) => programmeIds.includes(programmeId)) : await selectVolunteers(tx, orgId, programmeIds);
  const facts = await selectFactsByVolunteer(tx, orgId, programmeIds, personIds && volunteers.map(({ id }) => id));
  const cards = await personCards(tx, orgId, volunteers.map(({ personId }) => personId));
  const known = volunteers.filter(({ personId }) => cards.has(personId));
  const byProgramme = [...Map.groupBy(known, ({ programmeId }) => programmeId)].map(([id, own]) => [id, Map.groupBy(own, ({ personId }) => cards.get(personId)!.id)] as const);
  return (on) => new Map(byProgramme.map(([id, persons]) => [id, [...persons.values()].map((records) => entryOf(records, cards.get(records[0]!.personId)!, { policies: policies.get(id) ?? [], facts, on }))]));
}

/** One person's way through a programme: what was written down under any of their records counts; the one with most of it is shown. */
function entryOf(records: readonly Volunteer[], card: PersonCard, { policies, facts, on }: { policies: readonly StoredPolicy[]; facts: ReadonlyMap<string, readonly Fact[]>; on: string }): RosterEntry {
  const [volunteer] = records.toSorted((a, b) => (facts.get(b.id)?.length ?? 0) - (facts.get(a.id)?.length ?? 0));
  const all = records.flatMap(({ id }) => facts.get(id) ?? []).sort((a, b) => a.on.localeCompare(b.on));
  return { volunteer: volunteer!, card, standing: volunteerStatus(policies, { birthOn: birthOf(card), facts: all }, on) };
}

/** The same of one programme. */
export async function loadRoster(tx: Tx, orgId: string, programmeId: string, on: string, personIds?: readonly string[]): Promise<RosterEntry[]> {
  return (await loadRosters(tx, orgId, [programmeId], on, personIds)).get(programmeId) ?? [];
}
