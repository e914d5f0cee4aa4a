import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { CONFIRM } from "../../model/policy.ts";
import { insertAnswers, selectRequests } from "../../store/requests.ts";
import { insist, insistFirst } from "../ground.ts";

/** Answers that an entry stays as it is, and why; the volunteer reads the words. */
export async function declineCorrection(session: Session, input: { readonly entryId: string; readonly words: string }): Promise<void> {
  const { actor, now } = session;
  requireCapability(actor, CONFIRM);
  await session.write("hours.decline-correction", input, async (tx) => {
    const asked = (await selectRequests(tx, actor.orgId, [input.entryId])).filter(({ answer }) => answer === null).map(({ id }) => id);
    if (asked.length === 0) insist({ allowed: false, reason: "nothing_asked" });
    insistFirst(asked.length === (await insertAnswers(tx, actor.orgId, asked, { kind: "declined", words: input.words, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() })));
    await recordAudit(tx, actor, { action: "hours.correction_declined", subjectKind: "hours", subjectId: input.entryId });
    return null;
  });
}
