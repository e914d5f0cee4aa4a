import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { InvitationEvent } from "../model/invitation.ts";
import type { AskedStep } from "../model/steps.ts";
import type { By } from "./episodes.ts";
import type { DB } from "./tables.generated.ts";

export interface InvitationRow {
  readonly id: string;
  readonly personId: string;
  readonly step: AskedStep;
  readonly what: string;
  readonly askedOn: string;
  readonly byAccount: string;
  readonly byName: string;
}

export interface EventRow extends InvitationEvent {
  readonly words: string;
  readonly byName: string;
}

export async function insertInvitation(tx: Tx, orgId: string, row: InvitationRow & By): Promise<void> {
  await tx.withTables<DB>().insertInto("pathways.invitations").values({ orgId, ...row }).execute();
}

/** Two at once clash on the number. */
export async function insertEvent(tx: Tx, orgId: string, invitationId: string, row: Omit<EventRow, "byName" | "byAccount"> & By): Promise<boolean> {
  const done = await tx.withTables<DB>().insertInto("pathways.invitationEvents").values({ orgId, invitationId, ...row }).onConflict((clash) => clash.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

const COLUMNS = ["id", "personId", "step", "what", "askedOn", "byAccount", "byName"] as const;

export async function findInvitation(tx: Tx, orgId: string, id: string): Promise<InvitationRow | undefined> {
  return await tx.withTables<DB>().selectFrom("pathways.invitations").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as InvitationRow | undefined;
}

/** Invitations of persons, under whichever record they were asked, the latest first. */
export async function invitationsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select id, person_id, step, what, asked_on, by_account, by_name from pathways.asked where org_id = ${orgId} and person_id = any(${personIds}::uuid[]) order by asked_on desc, id desc`.execute(tx);
  return rows;
}

/** What was said to invitations, in order. One query for all. */
export async function eventsOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly EventRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("pathways.invitationEvents").select(["invitationId", "number", "kind", "party", "askAgainOn", "words", "onDay", "byAccount", "byName"])
    .where("orgId", "=", orgId).where("invitationId", "in", [...ids]).orderBy("invitationId").orderBy("number").execute();
  return Map.groupBy(rows as unknown as (EventRow & { invitationId: string })[], ({ invitationId }) => invitationId);
}

/** Invitations by how they stand, the latest asked first. */
export async function listInvitations(tx: Tx, orgId: string, states: readonly string[], { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<InvitationRow & { state: string }>> {
  const from = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<InvitationRow & { state: string }>`
    select * from (select i.id, i.person_id, i.step, i.what, i.asked_on, i.by_account, i.by_name,
      coalesce((select e.kind from pathways.invitation_events e where e.org_id = ${orgId} and e.invitation_id = i.id and e.kind not in ('agreed', 'refused') order by e.number desc limit 1), 'asked') as state
      from pathways.invitations i where i.org_id = ${orgId} ${from ? sql`and (i.asked_on, i.id) < (${from[0]}::date, ${from[1]}::uuid)` : sql``}) w
    where w.state = any(${states}::text[]) order by w.asked_on desc, w.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.askedOn, row.id]);
}
