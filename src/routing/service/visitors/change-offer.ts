import { listColleagues } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { VisitorOffer } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { insertOffer } from "../../store/asks.ts";
import { signed } from "../settle.ts";

/** Says anew what a colleague brings along; plans made before are held to it when they are fitted or planned again. */
export async function changeOffer(session: Session, { accountId, ...offer }: VisitorOffer & { readonly accountId: string }): Promise<{ accountId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const colleagues = await listColleagues(session, { capability: "people.read" });
  if (!colleagues.some((one) => one.accountId === accountId)) throw new Refusal("not_found", "routing.no_such_visitor");
  return session.write("routing.change_offer", { accountId, ...offer }, async (tx) => {
    await insertOffer(tx, actor.orgId, accountId, VisitorOffer.parse(offer), signed(session));
    await recordAudit(tx, actor, { action: "route.offer_changed", subjectKind: "account", subjectId: accountId });
    return { accountId };
  });
}
