import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Climber } from "../model/ladder.ts";
import type { Source, Stand, Step } from "../model/steps.ts";

/** Everybody on the ladder on a day, each with the steps they stood on. Two statements for all. */
export async function climbersOn(tx: Tx, orgId: string, asOf: string): Promise<Climber[]> {
  const { rows } = await sql<Omit<Climber, "caring"> & { personId: string }>`
    select c.person_id, c.birth_on, c.disability_type, c.deceased_on, s.stands
    from (select d.person_id, jsonb_agg(jsonb_build_object('step', d.step, 'firstOn', d.first_on, 'lastOn', d.last_on, 'times', d.times)) as stands
      from (select person_id, step, min(on_day) as first_on, max(on_day) as last_on, count(distinct on_day)::int as times
        from pathways.days where org_id = ${orgId} and on_day <= ${asOf}::date group by person_id, step) d group by d.person_id) s
    join pathways.climbers c on c.org_id = ${orgId} and c.person_id = s.person_id
    order by c.person_id`.execute(tx);
  const caring = await sql<{ personId: string; fromOn: string; untilOn: string | null }>`
    select person_id, from_on, until_on from pathways.carers where org_id = ${orgId} and from_on <= ${asOf}::date`.execute(tx);
  const byPerson = Map.groupBy(caring.rows, ({ personId }) => personId);
  return rows.map((row) => ({ ...row, caring: byPerson.get(row.personId) ?? [] }));
}

/** What is known of one person: each step by where it is known from. */
export interface StandBySource extends Stand {
  readonly source: Source;
}

export async function standsOf(tx: Tx, orgId: string, personId: string, asOf: string): Promise<StandBySource[]> {
  const { rows } = await sql<StandBySource & { step: Step }>`
    select step, source, min(on_day) as first_on, max(on_day) as last_on, count(distinct on_day)::int as times
    from pathways.days where org_id = ${orgId} and person_id = ${personId} and on_day <= ${asOf}::date group by step, source order by min(on_day), step`.execute(tx);
  return rows;
}

/** Days on each step of one person, whatever says so. */
export async function stepsOf(tx: Tx, orgId: string, personIds: readonly string[], asOf: string): Promise<ReadonlyMap<string, readonly Stand[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<Stand & { personId: string }>`
    select person_id, step, min(on_day) as first_on, max(on_day) as last_on, count(distinct on_day)::int as times
    from pathways.days where org_id = ${orgId} and person_id = any(${personIds}::uuid[]) and on_day <= ${asOf}::date group by person_id, step order by person_id, min(on_day)`.execute(tx);
  return Map.groupBy(rows, ({ personId }) => personId);
}

export interface ServedRow {
  readonly personId: string;
  readonly kind: "case" | "pair";
  readonly workerId: string | null;
}

/** Who of these is being served now, and by whom. */
export async function servedNow(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ServedRow[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<ServedRow>`select person_id, kind, worker_id from pathways.served where org_id = ${orgId} and person_id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}
