import type { Tx } from "#platform/db/connect.ts";
import { identitiesOf } from "#people/index.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { selectVolunteersOfPersons } from "../../store/volunteers.ts";
import { selectProgrammes } from "../../store/programmes.ts";
import { standingOf } from "../standing.ts";

/** Somebody's place in one programme. */
export interface VolunteerOfPerson {
  readonly volunteerId: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly status: Status;
  readonly mayServe: boolean;
}

/** The programmes some persons volunteer in, for a person's page or a pair. Checks nothing: the caller authorises. */
export async function volunteersOfPersons(tx: Tx, orgId: string, personIds: readonly string[], on: string): Promise<ReadonlyMap<string, readonly VolunteerOfPerson[]>> {
  const records = await identitiesOf(tx, orgId, personIds);
  const askedBy = new Map([...records].flatMap(([asked, ids]) => ids.map((id) => [id, asked] as const)));
  const names = new Map((await selectProgrammes(tx, orgId)).map(({ id, name }) => [id, name]));
  const answers = new Map<string, VolunteerOfPerson[]>(personIds.map((id) => [id, []]));
  for (const volunteer of await selectVolunteersOfPersons(tx, orgId, [...askedBy.keys()])) {
    const { status, mayServe } = await standingOf(tx, orgId, volunteer, on);
    const { id: volunteerId, programmeId, personId } = volunteer;
    answers.get(askedBy.get(personId) ?? personId)?.push({ volunteerId, programmeId, programmeName: names.get(programmeId) ?? "", status, mayServe });
  }
  return answers;
}
