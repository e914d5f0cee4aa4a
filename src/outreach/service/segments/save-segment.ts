import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import type { SegmentToSave } from "../../model/round/round.ts";
import * as store from "../../store/segments.ts";

/** Saves a new segment, or changes one. Rounds made from it earlier keep their own copy. */
export async function saveSegment(session: Session, input: SegmentToSave): Promise<{ id: string }> {
  requireCapability(session.actor, "outreach.manage");
  return session.write("outreach.save-segment", input, async (tx) => (input.id === undefined ? add(session, tx, input) : change(session, tx, input.id, input)));
}

async function add({ actor }: Session, tx: Tx, { name, criteria }: SegmentToSave): Promise<{ id: string }> {
  const id = await store.insertSegment(tx, { orgId: actor.orgId, name, criteria, createdBy: actor.accountId, createdByName: actor.name });
  if (!id) throw taken();
  await recordAudit(tx, actor, { action: "segment.saved", subjectKind: "segment", subjectId: id, details: { after: { name, criteria } } });
  return { id };
}

async function change({ actor }: Session, tx: Tx, id: string, { name, criteria, version }: SegmentToSave): Promise<{ id: string }> {
  const stored = await store.lockSegment(tx, actor.orgId, id);
  if (!stored || stored.retiredOn !== null) throw new Refusal("not_found", "segment.not_found");
  expectVersion(stored, { name, criteria, ...(version !== undefined && { version }) }, ["name", "criteria"]);
  if (await store.nameTaken(tx, actor.orgId, name, id)) throw taken();
  await store.updateSegment(tx, actor.orgId, id, { name, criteria });
  await recordAudit(tx, actor, { action: "segment.changed", subjectKind: "segment", subjectId: id, details: { before: { name: stored.name, criteria: stored.criteria }, after: { name, criteria } } });
  return { id };
}

const taken = () => new Refusal("conflict", "segment.name_taken", { fields: [{ field: "name", reason: "segment.name_taken" }] });
