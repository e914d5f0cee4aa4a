import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Entry } from "../model/encounter.ts";
import type { Mode, Role } from "../model/modes.ts";
import type { Standing } from "../model/sync/receive.ts";
import type { DB } from "./tables.generated.ts";

/** One revision of a service with everything that belongs to it. */
export interface RevisionRow {
  readonly encounterId: string;
  readonly revision: number;
  readonly sendKey: string;
  readonly happenedOn: string;
  readonly minutes: number;
  readonly mode: Mode;
  readonly communityId: string | null;
  readonly placeWords: string;
  readonly topics: readonly string[];
  readonly seen: string;
  readonly nextWords: string;
  readonly nextOn: string | null;
  readonly why: string;
  /** The case it belongs to; null where it belongs to none or nobody can tell which. */
  readonly caseId: string | null;
  readonly byAccount: string;
  readonly byName: string;
  readonly at: string;
  readonly people: readonly { readonly personId: string; readonly role: Role }[];
  readonly colleagues: readonly { readonly accountId: string; readonly name: string }[];
  readonly needIds: readonly string[];
}

export interface Withdrawal {
  readonly reason: string;
  readonly byName: string;
  readonly at: string;
}

/** What belongs to a row `r` of `encounters.revisions`, for one statement. */
export const BELONGINGS = sql`
  coalesce((select jsonb_agg(jsonb_build_object('personId', p.person_id, 'role', p.role) order by p.position) from encounters.participants p
    where p.org_id = r.org_id and p.encounter_id = r.encounter_id and p.revision = r.revision and p.person_id is not null), '[]') as people,
  coalesce((select jsonb_agg(jsonb_build_object('accountId', p.account_id, 'name', p.account_name) order by p.position) from encounters.participants p
    where p.org_id = r.org_id and p.encounter_id = r.encounter_id and p.revision = r.revision and p.account_id is not null), '[]') as colleagues,
  coalesce((select jsonb_agg(a.need_id order by a.need_id) from encounters.answers a where a.org_id = r.org_id and a.encounter_id = r.encounter_id and a.revision = r.revision), '[]') as need_ids`;
export const COLUMNS = sql`r.encounter_id, r.revision, r.send_key, r.happened_on, r.minutes, r.mode, r.community_id, r.place_words, r.topics, r.seen, r.next_words, r.next_on, r.why, r.case_id, r.by_account, r.by_name, r.at`;

/** Lets one transaction at a time write to an entry. */
export async function lockEncounter(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`encounters|${orgId}|${id}`}, 0))`.execute(tx);
}

/** What stands of an entry, as the model judges it; null when nothing of it was ever here. */
export async function standingOf(tx: Tx, orgId: string, id: string, sendKey: string): Promise<Standing | null> {
  const { rows: [row] } = await sql<Standing>`
    select r.revision, r.send_key, exists (select from encounters.withdrawals w where w.org_id = r.org_id and w.encounter_id = r.encounter_id) as withdrawn,
      (select s.revision from encounters.revisions s where s.org_id = r.org_id and s.encounter_id = r.encounter_id and s.send_key = ${sendKey}) as received_as
    from encounters.revisions r where r.org_id = ${orgId} and r.encounter_id = ${id} order by r.revision desc limit 1`.execute(tx);
  return row ?? null;
}

/** Adds a revision with who took part and what it answers. */
export async function insertRevision(
  tx: Tx, orgId: string,
  row: { encounterId: string; revision: number; sendKey: string; why: string; caseId: string | null; byAccount: string; byName: string; at: string; colleagues: readonly { accountId: string; name: string }[] },
  { people, colleagues: _accounts, needIds, ...entry }: Entry,
): Promise<void> {
  const { colleagues, ...revision } = row;
  const db = tx.withTables<DB>();
  const key = { orgId, encounterId: row.encounterId, revision: row.revision };
  await db.insertInto("encounters.revisions").values({ orgId, ...revision, ...entry }).execute();
  const none = { personId: null, accountId: null, accountName: "" };
  const took = [...people.map((one) => ({ ...none, ...one })), ...colleagues.map(({ accountId, name }) => ({ ...none, role: "worker", accountId, accountName: name }))];
  await db.insertInto("encounters.participants").values(took.map((one, index) => ({ ...key, position: index + 1, happenedOn: entry.happenedOn, ...one }))).execute();
  if (needIds.length > 0) await db.insertInto("encounters.answers").values([...new Set(needIds)].map((needId) => ({ ...key, needId }))).execute();
}

/** Every revision of an entry, the newest first, and how it was taken back if it was. */
export async function chainOf(tx: Tx, orgId: string, id: string): Promise<{ revisions: RevisionRow[]; withdrawal: Withdrawal | null }> {
  const { rows } = await sql<RevisionRow>`select ${COLUMNS}, ${BELONGINGS} from encounters.revisions r where r.org_id = ${orgId} and r.encounter_id = ${id} order by r.revision desc`.execute(tx);
  const withdrawal = await tx.withTables<DB>().selectFrom("encounters.withdrawals").select(["reason", "byName", "at"]).where("orgId", "=", orgId).where("encounterId", "=", id).executeTakeFirst();
  return { revisions: rows, withdrawal: withdrawal ?? null };
}

/** The least of an entry as it stands, for whoever wrote it in another slice. */
export interface StandingEntry extends Pick<RevisionRow, "encounterId" | "happenedOn" | "minutes"> { readonly withdrawn: boolean }

export async function standingEntries(tx: Tx, orgId: string, ids: readonly string[]): Promise<StandingEntry[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StandingEntry>`
    select distinct on (r.encounter_id) r.encounter_id, r.happened_on, r.minutes, exists (select from encounters.withdrawals w where w.org_id = r.org_id and w.encounter_id = r.encounter_id) as withdrawn
    from encounters.revisions r where r.org_id = ${orgId} and r.encounter_id = any(${[...ids]}::uuid[]) order by r.encounter_id, r.revision desc`.execute(tx);
  return rows;
}

/** Takes an entry back. */
export async function insertWithdrawal(tx: Tx, orgId: string, row: { encounterId: string; revision: number; reason: string; byAccount: string; byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("encounters.withdrawals").values({ orgId, ...row }).execute();
}
