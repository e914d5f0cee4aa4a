import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { Kind } from "../model/terms.ts";
import * as store from "../store/messages.ts";
import { requireSend } from "./ground.ts";

/** Everything that was written to many, the latest first; figures only. */
export async function listMessages(session: Session, { q, kind, after }: { q?: string | undefined; kind?: Kind | undefined; after?: string | null } = {}): Promise<Page<store.MessageLine>> {
  requireSend(session);
  return session.read((tx) => store.listMessages(tx, session.actor.orgId, { q, kind, after: after ?? null }));
}
