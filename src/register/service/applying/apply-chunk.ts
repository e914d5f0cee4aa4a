import { completePersons, createPersons, findSamePersons, type NewPerson } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { PersonDraft } from "../../model/import/person-of-rows.ts";
import { createdHere, insertOutcomes, type Outcome } from "../../store/outcomes.ts";
import type { KeptRow } from "../../store/rows.ts";
import { probeOf } from "../checking/row-stager.ts";
import type { DraftGroup } from "./groups-ahead.ts";
import type { UnitBook } from "./unit-book.ts";

interface Group extends DraftGroup { readonly personId: string | null }
export interface ChunkCounts { readonly created: number; readonly completed: number; readonly joined: number; readonly withheld: number }

/** Brings in some persons: those who are here already are completed, the others added. All within the caller's transaction. */
export async function applyChunk(session: Session, tx: Tx, importId: string, drafts: readonly DraftGroup[], units: UnitBook): Promise<ChunkCounts> {
  const groups = await whoIsWho(session, tx, importId, drafts);
  await units.learn(tx, groups.map(({ draft }) => draft));
  const facts = new Map(groups.map((group) => [group, toNewPerson(group.draft, units, session.today)]));
  const fresh = groups.filter(({ personId }) => personId === null);
  const known = groups.filter((group): group is Group & { personId: string } => group.personId !== null);
  const ids = await createPersons(session, tx, fresh.map((group) => facts.get(group)!), { source: "register", sourceId: importId, audit: "summary" });
  const withheld = known.length > 0 ? await completePersons(session, tx, importId, known.map((group) => ({ personId: group.personId, facts: facts.get(group)! }))) : new Set<string>();
  const left = known.filter(({ personId }) => withheld.has(personId));
  const outcomes = [
    ...fresh.flatMap(({ rows: own }, index) => outcomesOf(own, ids[index]!, "created")),
    ...known.flatMap(({ rows: own, personId }) => outcomesOf(own, personId, withheld.has(personId) ? "withheld" : "completed")),
  ];
  await insertOutcomes(tx, session.actor.orgId, importId, outcomes);
  return { created: fresh.length, completed: known.length - left.length, joined: outcomes.filter(({ outcome }) => outcome === "joined").length, withheld: left.length };
}

/** A decision counts first, then certainty as it is now; a person whom this import has just added is nobody "already here". */
async function whoIsWho(session: Session, tx: Tx, importId: string, groups: readonly DraftGroup[]): Promise<Group[]> {
  const probed = groups.flatMap((group) => group.rows.map((row) => ({ group, row })));
  const found = await findSamePersons(session, tx, probed.map(({ row }) => probeOf(row.row)), { onlyCertain: true });
  const own = await createdHere(tx, session.actor.orgId, importId, found.flatMap((matches) => matches.map(({ personId }) => personId)));
  const certain = new Map<DraftGroup, string>();
  for (const [index, { group }] of probed.entries()) {
    const match = found[index]!.find((one) => !own.has(one.personId));
    if (match && !certain.has(group)) certain.set(group, match.personId);
  }
  return groups.map((group) => {
    const decided = group.rows.find(({ decision, matchId }) => decision !== null && matchId !== null);
    const personId = decided ? (decided.decision === "complete" ? decided.matchId : null) : certain.get(group) ?? null;
    return { ...group, personId };
  });
}

function toNewPerson({ community, lane, contacts, identifiers, situations, relatives, ...person }: PersonDraft, units: UnitBook, today: string): NewPerson {
  return {
    ...person, ...units.idsOf({ community, lane }),
    contacts: [...contacts], identifiers: [...identifiers], situations: [...situations], relatives: [...relatives],
    roles: [{ role: "service_user", fromOn: today }],
  };
}

function outcomesOf(rows: readonly KeptRow[], personId: string, outcome: Exclude<Outcome["outcome"], "joined">): Outcome[] {
  return rows.map(({ position, verdict }) => ({ position, personId, outcome: verdict === "repeat" && outcome !== "withheld" ? "joined" : outcome }));
}
