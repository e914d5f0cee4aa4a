import type { Actor } from "../../kernel/actor.ts";
import type { Tx } from "../db/connect.ts";
import type { DB } from "../db/tables.generated.ts";
import { postLetter } from "../outbox/post-letter.ts";

/** A line on somebody's 今天, leading to the place where something is to be done. */
export interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string;
  readonly at: string;
}

/** Notices also leave by mail, where the installation has a mail server. */
export const NOTICE_TOPIC = "notice";
export interface NoticeLetter { readonly accountIds: readonly string[]; readonly link: string }

/** Tells accounts of their organisation something, in the transaction of what happened; without `mail` on their page only. `params` hold no name, number or health data. */
export async function sendNotices(tx: Tx, orgId: string, accountIds: readonly string[], notice: Pick<Notice, "kind" | "link"> & { params?: Notice["params"]; mail?: boolean }): Promise<void> {
  if (accountIds.length === 0) return;
  const { kind, link, params = {}, mail = true } = notice;
  await tx.withTables<DB>().insertInto("notify.notices").values(accountIds.map((accountId) => ({ orgId, accountId, kind, link, params: JSON.stringify(params) }))).execute();
  if (mail) await postLetter(tx, orgId, { topic: NOTICE_TOPIC, payload: { accountIds, link } satisfies NoticeLetter });
}

/** What the actor was told and has not yet put away, newest first; of one kind, or all. */
export async function listNotices(tx: Tx, actor: Actor, limit = 20, kind?: string): Promise<Notice[]> {
  let query = tx.withTables<DB>().selectFrom("notify.notices").select(["id", "kind", "params", "link", "at"])
    .where("orgId", "=", actor.orgId).where("accountId", "=", actor.accountId).where("readAt", "is", null);
  if (kind) query = query.where("kind", "=", kind);
  return await query.orderBy("at", "desc").orderBy("id").limit(limit).execute() as unknown as Notice[];
}

/** Puts the actor's notices about one place away. */
export async function readNotices(tx: Tx, actor: Actor, link: string, at: Date): Promise<void> {
  await tx.withTables<DB>().updateTable("notify.notices").set({ readAt: at.toISOString() })
    .where("orgId", "=", actor.orgId).where("accountId", "=", actor.accountId).where("link", "=", link).where("readAt", "is", null).execute();
}
