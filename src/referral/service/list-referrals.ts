import { memberNames } from "#identity/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { ReferralFilter } from "../model/filter.ts";
import { listRows, type ReferralRow } from "../store/referrals.ts";
import { mayStillOpen, readerOf, requirePart } from "./near.ts";

export type ReferralLine = Omit<ReferralRow, "personId" | "caseId"> & { readonly workerName: string | null };

/** Referrals sent or come in that the actor may see. The name is gone where the packet may not be read any more. */
export async function listReferrals(session: Session, filter: ReferralFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<ReferralLine>> {
  requirePart(session);
  const { actor, now, today } = session;
  return session.write("referral.list", { at: now.toISOString() }, async (tx) => {
    const { rows, next } = await listRows(tx, actor.orgId, readerOf(session), filter, today, paging);
    const names = await memberNames(tx, actor.orgId, rows.map(({ workerId }) => workerId));
    await recordAudit(tx, actor, { action: "referrals.listed", subjectKind: "list", subjectId: "referrals", details: { rows: rows.length, side: filter.side } });
    return { next, rows: rows.map(({ personId: _person, caseId: _case, ...row }) => ({
      ...row, called: row.side === "in" && !mayStillOpen(row, today) ? null : row.called, workerName: row.workerId === null ? null : names.get(row.workerId) ?? null,
    })) };
  });
}

/** Beyond this a table is not worked with by hand. */
const MOST_ROWS = 5_000;

/** The rows of a table without names of persons; that they were taken is noted first. */
export async function exportReferrals(session: Session, filter: ReferralFilter): Promise<Omit<ReferralLine, "called">[]> {
  requirePart(session);
  const { actor } = session;
  await session.write("referral.export", { at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "referrals.exported", subjectKind: "list", subjectId: "referrals", details: { side: filter.side, show: filter.show ?? null, topic: filter.topic ?? null } });
    return null;
  });
  const rows: Omit<ReferralLine, "called">[] = [];
  let after: string | null = null;
  do {
    const page: Page<ReferralLine> = await listReferrals(session, filter, { after, limit: 500 });
    rows.push(...page.rows.map(({ called: _name, ...row }) => row));
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  return rows;
}
