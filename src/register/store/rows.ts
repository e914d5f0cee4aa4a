import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { arrayLiteral } from "#platform/db/many-rows.ts";
import type { OrgKeys } from "#platform/secrets/org-keys.ts";
import { packRow, unpackRow, type StagedRow } from "../model/import/staged-row.ts";

/** Somebody here already who seems to be the same person. */
export interface StagedMatch {
  readonly personId: string;
  readonly certain: boolean;
  readonly reasons: readonly string[];
}

/** What a person decided about a match. */
export type MatchDecision = "complete" | "create";

/** A staged row as it comes back. */
export interface KeptRow extends Omit<StagedRow, "warned"> {
  readonly recovery: string | null;
  readonly confirmed: boolean;
  readonly matchId: string | null;
  readonly matchCertain: boolean | null;
  readonly matchReasons: readonly string[] | null;
  readonly decision: MatchDecision | null;
}

const cellOf = (importId: string, position: number) => ({ table: "register.rows", column: "sealed", row: `${importId}/${position}` });

/** Stages rows, in one statement: one array a column. */
export async function insertRows(tx: Tx, orgId: string, keys: OrgKeys, importId: string, rows: readonly StagedRow[], matches: readonly (StagedMatch | null)[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(type: string, of: (row: StagedRow, index: number) => T): RawBuilder<unknown> => sql`${arrayLiteral(rows.map(of))}::${sql.raw(type)}[]`;
  await sql`
    insert into register.rows (org_id, import_id, position, first_position, sheet, row_number, verdict, faults, warned, sealed, recovery, match_id, match_certain, match_reasons)
    select ${orgId}::uuid, ${importId}::uuid, t.position, t.first_position, t.sheet, t.row_number, t.verdict, string_to_array(t.faults, ' '), t.warned, t.sealed, t.recovery,
      t.match_id, t.match_certain, string_to_array(t.match_reasons, ' ')
    from unnest(${column("int", ({ position }) => position)}, ${column("int", ({ firstPosition }) => firstPosition)}, ${column("smallint", ({ sheet }) => sheet)},
      ${column("int", ({ rowNumber }) => rowNumber)}, ${column("text", ({ verdict }) => verdict)}, ${column("text", ({ faults }) => faults.join(" "))},
      ${column("boolean", ({ warned }) => warned)}, ${column("bytea", ({ row, position }) => keys.seal(packRow(row), cellOf(importId, position)))},
      ${column("text", ({ row }) => row.recovery?.reason ?? null)}, ${column("uuid", (_, index) => matches[index]?.personId ?? null)},
      ${column("boolean", (_, index) => matches[index]?.certain ?? null)}, ${column("text", (_, index) => matches[index]?.reasons.join(" ") ?? null)})
      t(position, first_position, sheet, row_number, verdict, faults, warned, sealed, recovery, match_id, match_certain, match_reasons)`.execute(tx);
}

/** Removes a slice of what an earlier reading staged; true while there is more. */
export async function deleteRows(tx: Tx, orgId: string, importId: string, limit = 20_000): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from register.rows where org_id = ${orgId} and import_id = ${importId}
    and position in (select position from register.rows where org_id = ${orgId} and import_id = ${importId} limit ${limit})`.execute(tx);
  return Number(numAffectedRows ?? 0) === limit;
}

const FIELDS = sql`position, first_position, sheet, row_number, verdict, faults, sealed, recovery, confirmed, match_id, match_certain, match_reasons, decision`;
type Sealed = Omit<KeptRow, "row"> & { readonly sealed: Buffer };

function opened(keys: OrgKeys, importId: string, rows: readonly Sealed[]): KeptRow[] {
  return rows.map(({ sealed, ...kept }) => ({ ...kept, row: unpackRow(keys.open(sealed, cellOf(importId, kept.position))) }));
}

/** All rows of the persons who stand for the first time in `[from, to)`: their first rows, and those that repeat them wherever they are. */
export async function rowsOfPersons(tx: Tx, orgId: string, keys: OrgKeys, importId: string, from: number, to: number): Promise<KeptRow[]> {
  const { rows } = await sql<Sealed>`
    select ${FIELDS} from register.rows where org_id = ${orgId} and import_id = ${importId} and position >= ${from} and position < ${to} and verdict = 'in'
    union all
    select ${FIELDS} from register.rows where org_id = ${orgId} and import_id = ${importId} and first_position >= ${from} and first_position < ${to} and verdict = 'repeat'
    order by first_position, position`.execute(tx);
  return opened(keys, importId, rows);
}

/** Which rows to show. */
export type RowChoice = "back" | "warned" | "recoverable" | "matched_certain" | "matched_possible";

const CHOICES: Readonly<Record<RowChoice, RawBuilder<unknown>>> = {
  back: sql`verdict = 'back'`, warned: sql`warned and verdict <> 'back'`, recoverable: sql`recovery is not null`,
  matched_certain: sql`match_id is not null and match_certain`, matched_possible: sql`match_id is not null and not match_certain`,
};

/** The first rows of a kind, in the order of the file. */
export async function listRows(tx: Tx, orgId: string, keys: OrgKeys, importId: string, choice: RowChoice, { after = -1, limit = 50 } = {}): Promise<KeptRow[]> {
  const { rows } = await sql<Sealed>`select ${FIELDS} from register.rows
    where org_id = ${orgId} and import_id = ${importId} and ${CHOICES[choice]} and position > ${after} order by position limit ${limit}`.execute(tx);
  return opened(keys, importId, rows);
}

/** Says of which rows the proposed number is confirmed; `positions` null: of all. */
export async function confirmRecovery(tx: Tx, orgId: string, importId: string, positions: readonly number[] | null): Promise<number> {
  const { numAffectedRows } = await sql`update register.rows set confirmed = ${positions === null ? sql`true` : sql`position = any(${[...positions]}::int[])`}
    where org_id = ${orgId} and import_id = ${importId} and recovery is not null`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Notes what was decided about matched rows. */
export async function decideMatches(tx: Tx, orgId: string, importId: string, decisions: readonly { position: number; decision: MatchDecision }[]): Promise<void> {
  await sql`update register.rows r set decision = d.decision
    from unnest(${decisions.map(({ position }) => position)}::int[], ${decisions.map(({ decision }) => decision)}::text[]) d(position, decision)
    where r.org_id = ${orgId} and r.import_id = ${importId} and r.position = d.position and r.match_id is not null`.execute(tx);
}
