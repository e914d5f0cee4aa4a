import type { Tx } from "#platform/db/connect.ts";
import { isSatisfied, type RequirementState } from "../../model/pathway/requirement-state.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { selectProgrammes } from "../../store/programmes.ts";
import { readRosters } from "./roster.ts";

/** How somebody stands in one programme on a day. */
export interface ProgrammeStanding {
  readonly programmeName: string;
  /** Whose page says more and takes what is missing. */
  readonly volunteerId: string;
  readonly status: Status;
  readonly mayServe: boolean;
  /** What the policy asks and does not find. */
  readonly lacking: readonly Pick<RequirementState, "kind" | "state">[];
}

/** How some persons stand in every programme they signed up for, on any of some days: read once, whatever the number. Checks nothing: the caller authorises. */
export async function standingsOf(tx: Tx, orgId: string, personIds: readonly string[], days: readonly string[]): Promise<(personId: string, day: string) => readonly ProgrammeStanding[]> {
  if (personIds.length === 0) return () => [];
  const names = new Map((await selectProgrammes(tx, orgId)).map(({ id, name }) => [id, name]));
  const on = await readRosters(tx, orgId, [...names.keys()], personIds);
  const known = new Map(days.map((day) => [day, Map.groupBy([...on(day)].flatMap(([id, entries]) => entries.map((entry) => ({ id, entry }))), ({ entry }) => entry.card.id)]));
  return (personId, day) => (known.get(day)?.get(personId) ?? []).map(({ id, entry: { volunteer, standing } }) => ({
    programmeName: names.get(id) ?? "", volunteerId: volunteer.id, status: standing.status, mayServe: standing.mayServe,
    lacking: standing.requirements.filter((one) => !isSatisfied(one)).map(({ kind, state }) => ({ kind, state })),
  }));
}
