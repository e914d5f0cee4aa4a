import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { NewRequest } from "../model/forms.ts";
import type { RequestStanding } from "../model/request.ts";
import type { By } from "./teams.ts";
import type { DB } from "./tables.generated.ts";

export interface RequestRow extends NewRequest, RequestStanding {
  readonly id: string;
  readonly teamId: string;
  /** Who wrote it down. */
  readonly byName: string;
  readonly at: string;
  readonly events: number;
}

const COLUMNS = sql`r.id, r.team_id, r.elder_id, r.kind, r.words, r.wanted_on, r.wanted_part, r.by_name, r.at, r.state, r.member_id, r.events`;

export async function insertRequest(tx: Tx, orgId: string, row: NewRequest & { id: string; teamId: string } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.requests").values({ orgId, ...row }).execute();
}

export async function findRequest(tx: Tx, orgId: string, id: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${COLUMNS} from teams.standing_requests r where r.org_id = ${orgId} and r.id = ${id}`.execute(tx);
  return rows[0];
}

/** Requests of a team wanted between two days, and all that still wait or are under way; the most recently wanted first. */
export async function requestsOf(tx: Tx, orgId: string, teamId: string, fromOn: string, untilOn: string, limit = 200): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${COLUMNS} from teams.standing_requests r where r.org_id = ${orgId} and r.team_id = ${teamId} and (r.wanted_on between ${fromOn}::date and ${untilOn}::date or r.state in ('open', 'taken'))
    order by r.wanted_on desc, r.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** What waits or is under way in some teams, or in all, wanted from a day on; the longest waiting first. */
export async function requestsUnderWay(tx: Tx, orgId: string, fromOn: string, { teamIds, limit }: { teamIds?: readonly string[]; limit: number }): Promise<(RequestRow & { teamName: string; personId: string })[]> {
  const { rows } = await sql<RequestRow & { teamName: string; personId: string }>`
    select ${COLUMNS}, t.name as team_name, d.person_id from teams.standing_requests r
    join teams.teams t on t.org_id = ${orgId} and t.id = r.team_id
    join teams.elders d on d.org_id = ${orgId} and d.id = r.elder_id
    where r.org_id = ${orgId} and r.wanted_on >= ${fromOn}::date and r.state in ('open', 'taken') ${teamIds ? sql`and r.team_id = any(${teamIds}::uuid[])` : sql``}
    order by r.wanted_on, r.at, r.id limit ${limit}`.execute(tx);
  return rows;
}

export interface RequestEventRow {
  readonly requestId: string;
  readonly number: number;
  readonly kind: "taken" | "handed_back" | "done" | "called_off";
  readonly memberId: string | null;
  readonly words: string;
  readonly byName: string;
  readonly at: string;
}

export async function insertRequestEvent(tx: Tx, orgId: string, row: Omit<RequestEventRow, "byName" | "at"> & { readonly encounterId: string | null } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.requestEvents").values({ orgId, ...row }).execute();
}

export async function requestEventsOf(tx: Tx, orgId: string, requestId: string): Promise<RequestEventRow[]> {
  return await tx.withTables<DB>().selectFrom("teams.requestEvents").select(["requestId", "number", "kind", "memberId", "words", "byName", "at"]).where("orgId", "=", orgId).where("requestId", "=", requestId).orderBy("number").execute() as unknown as RequestEventRow[];
}
