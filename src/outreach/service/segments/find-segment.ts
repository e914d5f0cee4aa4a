import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { findSegment as findRow, type Segment } from "../../store/segments.ts";

/** One segment, also one no longer offered. */
export async function findSegment(session: Session, id: string): Promise<Segment> {
  requireCapability(session.actor, "outreach.work");
  const segment = await session.read((tx) => findRow(tx, session.actor.orgId, id));
  if (!segment) throw new Refusal("not_found", "segment.not_found");
  return segment;
}
