import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { PersonRole, SituationKind } from "../../model/terms.ts";
import { anyOf } from "../any-of.ts";
import { insertColumns } from "../insert-columns.ts";
import type { DB } from "../tables.generated.ts";

export interface SituationToAdd {
  readonly personId: string;
  readonly kind: SituationKind;
  readonly value: string;
  readonly sinceOn?: string | null | undefined;
  readonly source?: string | undefined;
  readonly sourceId?: string | null | undefined;
}

/** Ends the current rows of the same kinds that say something else, then adds the new ones; what says the same already stays. */
export async function replaceSituations(tx: Tx, orgId: string, rows: readonly SituationToAdd[], today: string, recordedBy: string): Promise<void> {
  const column = (name: string, type: string, of: (row: SituationToAdd) => unknown) => ({ name, type, values: rows.map((row) => of(row) ?? null) });
  const [ids, kinds, values, since] = [rows.map((row) => row.personId), rows.map((row) => row.kind), rows.map((row) => row.value), rows.map((row) => row.sinceOn ?? null)];
  await sql`update people.situations s set until_on = coalesce(q.since_on, ${today}::date)
    from unnest(${ids}::uuid[], ${kinds}::text[], ${values}::text[], ${since}::date[]) q(person_id, kind, value, since_on)
    where s.org_id = ${orgId} and s.person_id = q.person_id and s.kind = q.kind and s.until_on is null and s.value <> q.value`.execute(tx);
  await insertColumns(tx, "people.situations", orgId, [
    column("person_id", "uuid", (row) => row.personId), column("kind", "text", (row) => row.kind), column("value", "text", (row) => row.value),
    column("since_on", "date", (row) => row.sinceOn), column("source", "text", (row) => row.source ?? "hand"), column("source_id", "uuid", (row) => row.sourceId),
    column("recorded_by", "uuid", () => recordedBy),
  ], "(org_id, person_id, kind) where until_on is null do nothing");
}

/** Everything recorded of somebody's circumstances, newest first. */
export async function situationsOf(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx.withTables<DB>().selectFrom("people.situations").select(["id", "kind", "value", "sinceOn", "untilOn", "source", "recordedAt"])
    .where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).orderBy("recordedAt", "desc").execute();
}

/** Certificates' kinds and grades over time, the current first. */
export async function disabilitiesOf(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx.withTables<DB>().selectFrom("people.disabilityFacts").select(["id", "type", "grade", "fromOn", "untilOn", "source", "recordedAt"])
    .where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).orderBy(sql`until_on desc nulls first`).orderBy("recordedAt", "desc").execute();
}

/** Ends the current kind and grade, if another, and adds the new one. */
export async function replaceDisability(tx: Tx, orgId: string, personId: string, fact: { type: number | null; grade: number | null; fromOn: string | null }, today: string): Promise<void> {
  const db = tx.withTables<DB>();
  await db.updateTable("people.disabilityFacts").set({ untilOn: fact.fromOn ?? today }).where("orgId", "=", orgId).where("personId", "=", personId).where("untilOn", "is", null).execute();
  if (fact.type !== null || fact.grade !== null) await db.insertInto("people.disabilityFacts").values({ orgId, personId, ...fact }).execute();
}

export interface RoleEpisode {
  readonly id: string;
  readonly personId: string;
  readonly role: PersonRole;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly reason: string;
}

/** Role episodes of many persons, the earliest first. */
export async function roleEpisodesOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<RoleEpisode[]> {
  return await tx.withTables<DB>().selectFrom("people.roleEpisodes").select(["id", "personId", "role", "fromOn", "untilOn", "reason"])
    .where("orgId", "=", orgId).where("personId", "=", anyOf(ids)).orderBy("fromOn").orderBy("id").execute() as RoleEpisode[];
}

/** Ends roles that go on; one that begins later ends on the day it began. */
export async function endRoleEpisodes(tx: Tx, orgId: string, rows: readonly { personId: string; role: PersonRole; untilOn: string; reason: string }[]): Promise<void> {
  await sql`update people.role_episodes r set until_on = greatest(q.until_on, r.from_on), reason = q.reason
    from unnest(${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.role)}::text[], ${rows.map((row) => row.untilOn)}::date[], ${rows.map((row) => row.reason)}::text[]) q(person_id, role, until_on, reason)
    where r.org_id = ${orgId} and r.person_id = q.person_id and r.role = q.role and r.until_on is null`.execute(tx);
}

/** Words in which living alone is written down. */
const ALONE = "独居|独自|一个人住|alone";

/** Which of these records say that the person lives alone now. */
export async function recordsLivingAlone(tx: Tx, orgId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from people.situations where org_id = ${orgId} and person_id = any(${ids}::uuid[]) and kind = 'living' and until_on is null and value ~* ${ALONE}`.execute(tx);
  return rows.map(({ personId }) => personId);
}
