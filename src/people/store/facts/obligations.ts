import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DutyAnswer, DutyKind } from "../../model/consents/duties.ts";
import type { Purpose } from "../../model/terms.ts";
import { insertColumns } from "../insert-columns.ts";
import type { DB } from "../tables.generated.ts";

export interface NewObligation {
  readonly consentId: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly duty: string;
  readonly kind: DutyKind;
  readonly dueOn: string;
  readonly ownerId: string;
  readonly ownerName: string;
}

export interface ObligationRow extends NewObligation {
  readonly id: string;
  readonly madeAt: string;
  /** In order. */
  readonly answers: readonly { readonly answer: DutyAnswer; readonly words: string; readonly doneOn: string; readonly byName: string; readonly ownerId: string | null; readonly ownerName: string | null }[];
}

export async function insertObligations(tx: Tx, orgId: string, rows: readonly NewObligation[]): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: string, type: string, of: (row: NewObligation) => unknown) => ({ name, type, values: rows.map(of) });
  await insertColumns(tx, "people.obligations", orgId, [
    column("consent_id", "uuid", (row) => row.consentId), column("person_id", "uuid", (row) => row.personId), column("purpose", "text", (row) => row.purpose), column("duty", "text", (row) => row.duty),
    column("kind", "text", (row) => row.kind), column("due_on", "date", (row) => row.dueOn), column("owner_id", "uuid", (row) => row.ownerId), column("owner_name", "text", (row) => row.ownerName),
  ]);
}

/** Obligations with what was done about them, the soonest due first: those not settled, those settled, one, or one person's. */
export async function selectObligations(
  tx: Tx, orgId: string, { settled, id, personIds, after, limit = 50 }: { settled?: boolean; id?: string; personIds?: readonly string[]; after?: readonly [string, string] | null; limit?: number },
): Promise<ObligationRow[]> {
  const last = sql`(select a.answer from people.obligation_answers a where a.org_id = ${orgId} and a.obligation_id = o.id and a.answer <> 'handed_over' order by a.at desc, a.id desc limit 1)`;
  const over = sql`coalesce(${last} in ('done', 'not_needed'), false)`;
  const { rows } = await sql<ObligationRow>`
    select o.id, o.consent_id, o.person_id, o.purpose, o.duty, o.kind, o.due_on, o.owner_id, o.owner_name, o.made_at, coalesce(w.answers, '[]') as answers
    from people.obligations o
    left join lateral (select jsonb_agg(jsonb_build_object('answer', a.answer, 'words', a.words, 'doneOn', a.done_on, 'byName', a.by_name, 'ownerId', a.owner_id, 'ownerName', a.owner_name) order by a.at, a.id) as answers
      from people.obligation_answers a where a.org_id = ${orgId} and a.obligation_id = o.id) w on true
    where o.org_id = ${orgId} ${settled === undefined ? sql`` : settled ? sql`and ${over}` : sql`and not ${over}`}
      ${id ? sql`and o.id = ${id}` : sql``} ${personIds ? sql`and o.person_id = any(${[...personIds]}::uuid[])` : sql``}
      ${after ? sql`and (o.due_on, o.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by o.due_on, o.id limit ${limit}`.execute(tx);
  return rows;
}

export async function insertObligationAnswer(tx: Tx, orgId: string, row: { obligationId: string; answer: DutyAnswer; words: string; doneOn: string; ownerId: string | null; ownerName: string | null; byAccount: string; byName: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("people.obligationAnswers").values({ orgId, ...row }).execute();
}

/** Holds an obligation until the transaction ends, so that two cannot answer it at once. */
export async function lockObligation(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`obligation|${orgId}|${id}`}, 0))`.execute(tx);
}
