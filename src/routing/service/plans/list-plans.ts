import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { PLAN } from "../../model/policy.ts";
import { selectPlans, type ListedPlan } from "../../store/plans.ts";

/** The organisation's rounds of visits, the latest day first. No names of persons. */
export async function listPlans(session: Session, paging: { after?: string | null } = {}): Promise<Page<ListedPlan & { readonly startName: string }>> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  return session.read(async (tx) => {
    const page = await selectPlans(tx, actor.orgId, paging);
    const names = await unitNames(tx, actor.orgId, page.rows.map(({ startUnitId }) => startUnitId));
    return { ...page, rows: page.rows.map((row) => ({ ...row, startName: names.get(row.startUnitId)?.name ?? "" })) };
  });
}
