import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { insertWithdrawal, lockEncounter, standingOf } from "../store/encounters.ts";
import { photosOf, withdrawPhotos } from "../store/photos.ts";

/** Takes back a service entered by mistake, with a reason. It counts no longer, and stays to be seen; its photographs go with it. */
export async function withdrawEncounter(session: Session, input: { encounterId: string; reason: string }): Promise<{ id: string }> {
  requireCapability(session.actor, "encounters.write");
  return session.write("encounters.withdraw", input, async (tx) => {
    if (!(await withdrawEncounterIn(session, tx, input))) throw new Refusal("conflict", "encounter.withdrawn_before");
    return { id: input.encounterId };
  });
}

/** For a slice that wrote the service in the first place, in its transaction; false when it was taken back before. The caller authorises. */
export async function withdrawEncounterIn({ actor, now }: Session, tx: Tx, { encounterId, reason }: { encounterId: string; reason: string }): Promise<boolean> {
  await lockEncounter(tx, actor.orgId, encounterId);
  const standing = await standingOf(tx, actor.orgId, encounterId, "");
  if (!standing) throw new Refusal("not_found", "encounter.not_found");
  if (standing.withdrawn) return false;
  const why = { reason, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() };
  await insertWithdrawal(tx, actor.orgId, { encounterId, revision: standing.revision, ...why });
  await withdrawPhotos(tx, actor.orgId, (await photosOf(tx, actor.orgId, encounterId)).filter(({ withdrawal }) => withdrawal === null).map(({ id }) => id), why);
  await recordAudit(tx, actor, { action: "encounter.withdrawn", subjectKind: "encounter", subjectId: encounterId, details: { reason } });
  return true;
}
