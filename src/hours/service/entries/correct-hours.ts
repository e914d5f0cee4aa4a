import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideCorrection } from "../../model/entry.ts";
import type { CorrectionForm } from "../../model/forms.ts";
import { CONFIRM } from "../../model/policy.ts";
import { insertEntries, selectEntries } from "../../store/entries.ts";
import { insertAnswers, selectRequests } from "../../store/requests.ts";
import { found, insist, insistFirst, ownIds } from "../ground.ts";

/** Corrects an entry by a new one that supersedes it and waits to be confirmed; who asked for it is answered with the reason. */
export async function correctHours(session: Session, id: string, input: CorrectionForm): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, CONFIRM);
  const { reason, ...to } = input;
  if (to.happenedOn > today) throw new Refusal("invalid_input", "hours.in_future", { fields: [{ field: "happenedOn", reason: "hours.in_future" }] });
  return session.write("hours.correct", { id, ...input }, async (tx) => {
    const entry = found((await selectEntries(tx, actor.orgId, [id]))[0], "hours.entry_not_found");
    insist(decideCorrection(entry, to, { personIds: await ownIds(tx, actor) }));
    const { personId, sourceKind, sourceId, managerName } = entry;
    const [next] = await insertEntries(tx, actor.orgId, [{
      ...to, personId, sourceKind, sourceId, managerName, supersedes: id, reason, recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: now.toISOString(),
    }]);
    insistFirst(next !== undefined);
    const asked = (await selectRequests(tx, actor.orgId, [id])).filter(({ answer }) => answer === null).map((request) => request.id);
    await insertAnswers(tx, actor.orgId, asked, { kind: "corrected", words: reason, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "hours.corrected", subjectKind: "hours", subjectId: next!, details: { supersedes: id, minutes: { before: entry.minutes, after: to.minutes } } });
    return { id: next! };
  });
}
