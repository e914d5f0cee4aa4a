import { requireCapability } from "../../platform/access/can.ts";
import type { Page } from "../../platform/db/keyset.ts";
import type { Session } from "../../platform/db/session.ts";
import { countEnquiries, listEnquiries as list, type EnquiryFilter, type EnquiryRow } from "../store/enquiries.ts";

/** The queue, with how much is open and late. */
export async function listEnquiries(
  session: Session, { show, after }: { show: EnquiryFilter["show"]; after?: string | null },
): Promise<{ page: Page<EnquiryRow>; counts: { open: number; overdue: number } }> {
  const { actor, today } = session;
  requireCapability(actor, "enquiries.manage");
  return session.read(async (tx) => ({
    page: await list(tx, actor.orgId, { show, account: actor.accountId, today }, { after: after ?? null }),
    counts: await countEnquiries(tx, actor.orgId, today),
  }));
}
