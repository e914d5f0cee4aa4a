import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Evidence, Exemption, Fact, Membership, Placement, Void } from "../model/pathway/fact.ts";
import type { DB } from "./tables.generated.ts";

type Unstored<F extends Fact> = F extends Fact ? Omit<F, "id"> : never;

/** A fact before it has its number. */
export type NewFact = Unstored<Evidence | Exemption | Membership | Void> & { readonly reason?: string };

/** A stored fact with who wrote it down and when. */
export type RecordedFact = Fact & { readonly reason: string; readonly recordedByName: string; readonly recordedAt: string };

export interface FactOrigin {
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly importId?: string | undefined;
}

/** Writes facts down, in the order given. */
export async function insertFacts(tx: Tx, orgId: string, facts: readonly { volunteerId: string; fact: NewFact }[], { recordedBy, recordedByName, importId = undefined }: FactOrigin): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < facts.length; start += 1000) {
    const rows = await tx.withTables<DB>().insertInto("volunteering.facts")
      .values(facts.slice(start, start + 1000).map(({ volunteerId, fact }) => ({ orgId, volunteerId, recordedBy, recordedByName, importId: importId ?? null, ...rowOf(fact) })))
      .returning("id").execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** The facts of these volunteers, in the order they happened, corrected ones too. */
export async function selectFacts(tx: Tx, orgId: string, volunteerIds: readonly string[]): Promise<RecordedFact[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.facts").selectAll()
    .where("orgId", "=", orgId).where("volunteerId", "=", sql<string>`any(${volunteerIds}::uuid[])`).orderBy("happenedOn").orderBy("recordedAt").orderBy("id").execute();
  return rows.map((row) => ({ ...factOf(row), reason: row.reason, recordedByName: row.recordedByName, recordedAt: row.recordedAt }) as RecordedFact);
}

/** The facts of every volunteer of these programmes, or of those named, in one query. */
export async function selectFactsByVolunteer(tx: Tx, orgId: string, programmeIds: readonly string[], volunteerIds?: readonly string[]): Promise<Map<string, Fact[]>> {
  let query = tx.withTables<DB>().selectFrom("volunteering.facts as f")
    .innerJoin("volunteering.volunteers as v", (join) => join.onRef("v.orgId", "=", "f.orgId").onRef("v.id", "=", "f.volunteerId"))
    .selectAll("f").where("f.orgId", "=", orgId).where("v.programmeId", "=", sql<string>`any(${programmeIds}::uuid[])`);
  if (volunteerIds) query = query.where("f.volunteerId", "=", sql<string>`any(${volunteerIds}::uuid[])`);
  const rows = await query.orderBy("f.happenedOn").orderBy("f.recordedAt").orderBy("f.id").execute();
  const facts = new Map<string, Fact[]>();
  for (const row of rows) {
    const of = facts.get(row.volunteerId);
    if (of) of.push(factOf(row));
    else facts.set(row.volunteerId, [factOf(row)]);
  }
  return facts;
}

function rowOf(fact: NewFact) {
  const reason = fact.reason ?? "";
  const supersedes = fact.supersedes ?? null;
  if (fact.kind === "evidence") {
    const { kind, on, requirement, result, quantity, reference = null, lastValidOn = null, placement = null } = fact;
    return { kind, happenedOn: on, reason, supersedes, requirement, result, quantity, reference, lastValidOn, placement };
  }
  const base = { kind: fact.kind, happenedOn: fact.on, reason, supersedes };
  return fact.kind === "exemption" ? { ...base, requirement: fact.requirement, untilOn: fact.untilOn } : base;
}

interface Row {
  id: string; kind: string; happenedOn: string; requirement: string | null; result: string | null; quantity: number | null; reference: string | null;
  lastValidOn: string | null; placement: string | null; untilOn: string | null; reason: string; supersedes: string | null;
}

function factOf(row: Row): Fact {
  const dated = { id: row.id, on: row.happenedOn, ...(row.supersedes !== null && { supersedes: row.supersedes }) };
  switch (row.kind) {
    case "evidence": return {
      ...dated, kind: "evidence", requirement: row.requirement!, result: row.result as Evidence["result"], quantity: row.quantity!,
      ...(row.reference !== null && { reference: row.reference }), ...(row.lastValidOn !== null && { lastValidOn: row.lastValidOn }),
      ...(row.placement !== null && { placement: row.placement as Placement }),
    };
    case "exemption": return { ...dated, kind: "exemption", requirement: row.requirement!, untilOn: row.untilOn!, reason: row.reason };
    case "void": return { ...dated, kind: "void", supersedes: row.supersedes!, reason: row.reason };
    default: return { ...dated, kind: row.kind as Membership["kind"], reason: row.reason };
  }
}
