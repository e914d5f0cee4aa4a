import { Refusal } from "../../kernel/refusal.ts";
import { requireCapability } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import { countReturn } from "../model/monthly-return.ts";
import { readReturnFacts } from "../store/return-facts.ts";
import { insertReturn } from "../store/returns.ts";
import { spanOf } from "./count-month.ts";

/** Hands the month's return in: the figures of this moment are kept, and later differences can be seen. */
export async function submitReturn(session: Session, { month, note }: { month: string; note: string }): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, "returns.read");
  requireCapability(actor, "visits.read"); // only those who can answer for the rows hand figures in
  const span = spanOf(month);
  if (span.from > today) throw new Refusal("conflict", "return.month_not_begun");
  return session.write("insights.submit_return", { month, note }, async (tx) => {
    const figures = countReturn(span, await readReturnFacts(tx, actor.orgId, span));
    const id = await insertReturn(tx, actor.orgId, { month: span.from, figures, note, submittedBy: actor.accountId, submittedByName: actor.name, submittedAt: now.toISOString() });
    await recordAudit(tx, actor, { action: "return.submitted", subjectKind: "return", subjectId: id, details: { month } });
    return { id };
  });
}
