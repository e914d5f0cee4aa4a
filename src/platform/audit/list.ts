import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import type { Tx } from "../db/connect.ts";
import { decodeCursor, pageOf, type Page } from "../db/keyset.ts";
import type { DB } from "../db/tables.generated.ts";

/** One line of the trail as people read it. */
export interface AuditLine {
  readonly seq: number;
  readonly at: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

export interface AuditFilter {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Beginning of the action, e.g. `person.` or `person.read`. */
  readonly action?: string | undefined;
}

/** The organisation's trail, newest first. Details stay out of the list: they may hold what a reader of lists must not see. */
export async function listAudit(tx: Tx, actor: Actor, filter: AuditFilter, { after, limit = 50 }: { after?: string | null; limit?: number } = {}): Promise<Page<AuditLine>> {
  let query = tx.withTables<DB>().selectFrom("audit.entries")
    .select(["seq", "at", "actorName", "actorRole", "action", "subjectKind", "subjectId"]).where("orgId", "=", actor.orgId);
  if (filter.subjectKind) query = query.where("subjectKind", "=", filter.subjectKind);
  if (filter.subjectId) query = query.where("subjectId", "=", filter.subjectId);
  if (filter.action) query = query.where(sql<boolean>`starts_with(action, ${filter.action})`);
  const from = decodeCursor(after, ["number"]);
  if (from) query = query.where("seq", "<", Number(from[0]));
  const rows = await query.orderBy("seq", "desc").limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.seq]);
}
