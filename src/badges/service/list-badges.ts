import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import * as store from "../store/badges.ts";
import { namedBadges, requireManage, type Badge } from "./ground.ts";

/** Badges ever printed, the latest first, each as it stands today. */
export async function listBadges(session: Session, { number, after }: { number?: string; after?: string | null } = {}): Promise<Page<Badge>> {
  requireManage(session);
  const { actor: { orgId }, today } = session;
  return session.read(async (tx) => {
    const { rows, next } = await store.listBadges(tx, orgId, { ...(number && { number: number.normalize("NFKC").toUpperCase() }), after: after ?? null });
    return { rows: await namedBadges(tx, orgId, rows, today), next };
  });
}
