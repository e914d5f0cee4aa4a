import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { OWN } from "../../model/policy.ts";
import { selectEntries } from "../../store/entries.ts";
import { insertRequest, selectRequests } from "../../store/requests.ts";
import { found, insist, ownIds } from "../ground.ts";

/** The volunteer asks that one of their own entries be corrected (申请更正); one request at a time. */
export async function askCorrection(session: Session, input: { readonly entryId: string; readonly words: string }): Promise<{ id: string }> {
  const { actor, now } = session;
  requireCapability(actor, OWN);
  return session.write("hours.ask-correction", input, async (tx) => {
    const [entry] = await selectEntries(tx, actor.orgId, [input.entryId]);
    const mine = await ownIds(tx, actor);
    // Another's entry is answered like one that does not exist.
    found(entry && mine.includes(entry.personId) ? entry : undefined, "hours.entry_not_found");
    const waiting = (await selectRequests(tx, actor.orgId, [input.entryId])).some(({ answer }) => answer === null);
    if (waiting) insist({ allowed: false, reason: "asked_already" });
    const id = await insertRequest(tx, actor.orgId, { ...input, askedBy: actor.accountId, askedAt: now.toISOString() });
    await recordAudit(tx, actor, { action: "hours.correction_asked", subjectKind: "hours", subjectId: input.entryId });
    return { id };
  });
}
