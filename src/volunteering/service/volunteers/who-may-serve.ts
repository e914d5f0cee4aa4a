import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { selectProgrammes } from "../../store/programmes.ts";
import { loadRosters, type RosterEntry } from "./roster.ts";

/** Those of some persons who may serve on a day in any programme: approved, placed, agreement and the rest in force; `alone`: without an adult beside them. Checks nothing: the caller authorises. */
export async function whoMayServe(tx: Tx, orgId: string, personIds: readonly string[], on: string, { alone = false } = {}): Promise<ReadonlySet<string>> {
  return new Set((await serving(tx, orgId, on, personIds)).filter(({ standing }) => !alone || !standing.accompanied).map(({ card }) => card.id));
}

/** Everybody who may serve on a day by themselves, in any programme, without an adult beside them; for a person who may see volunteers. */
export async function listServing(session: Session, on: string): Promise<{ personId: string; name: string }[]> {
  const { actor } = session;
  requireCapability(actor, "volunteers.read");
  const entries = await session.read((tx) => serving(tx, actor.orgId, on));
  return [...new Map(entries.filter(({ standing }) => !standing.accompanied).map(({ card }) => [card.id, { personId: card.id, name: card.preferredName ?? card.name }])).values()];
}

async function serving(tx: Tx, orgId: string, on: string, personIds?: readonly string[]): Promise<RosterEntry[]> {
  if (personIds?.length === 0) return [];
  const programmes = (await selectProgrammes(tx, orgId)).map(({ id }) => id);
  return [...(await loadRosters(tx, orgId, programmes, on, personIds)).values()].flat().filter(({ standing }) => standing.mayServe);
}

/** Who may serve in each of some programmes on a day; with `personIds`, only of those. Checks nothing: the caller authorises. */
export async function servingIn(tx: Tx, orgId: string, programmeIds: readonly string[], personIds: readonly string[] | null, on: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (programmeIds.length === 0) return new Map();
  const rosters = await loadRosters(tx, orgId, programmeIds, on, personIds ?? undefined);
  return new Map([...rosters].map(([id, roster]) => [id, new Set(roster.filter(({ standing }) => standing.mayServe).map(({ card }) => card.id))]));
}
