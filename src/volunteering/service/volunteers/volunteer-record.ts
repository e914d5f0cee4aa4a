import type { Tx } from "#platform/db/connect.ts";
import { selectProgrammes } from "../../store/programmes.ts";
import { selectRecordLines, type RecordLine } from "../../store/record-lines.ts";
import { selectVolunteersOfPersons } from "../../store/volunteers.ts";

/** What the pathway knows for a volunteer's record: where they serve, what they can do, trainings and appraisals. */
export interface VolunteerRecord {
  readonly programmes: readonly string[];
  readonly skills: readonly string[];
  readonly affiliation: string;
  readonly lines: readonly RecordLine[];
}

/** The record of one person, by every id that stands for them. The caller authorises. */
export async function volunteerRecord(tx: Tx, orgId: string, personIds: readonly string[]): Promise<VolunteerRecord> {
  const volunteers = await selectVolunteersOfPersons(tx, orgId, personIds);
  const names = new Map((await selectProgrammes(tx, orgId)).map(({ id, name }) => [id, name]));
  return {
    programmes: [...new Set(volunteers.map(({ programmeId }) => names.get(programmeId) ?? ""))], skills: [...new Set(volunteers.flatMap(({ skills }) => skills))],
    affiliation: volunteers.find(({ affiliation }) => affiliation !== "")?.affiliation ?? "", lines: await selectRecordLines(tx, orgId, personIds),
  };
}

/** What some persons offer to do as volunteers, whatever the programme; by person. Checks nothing: the caller authorises. */
export async function skillsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (personIds.length === 0) return new Map();
  const byPerson = Map.groupBy(await selectVolunteersOfPersons(tx, orgId, personIds), ({ personId }) => personId);
  return new Map([...byPerson].map(([id, rows]) => [id, [...new Set(rows.flatMap(({ skills }) => skills))]]));
}

/** Names of programmes by id. */
export async function programmeNames(tx: Tx, orgId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await selectProgrammes(tx, orgId)).map(({ id, name }) => [id, name]));
}
