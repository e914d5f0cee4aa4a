import type { PersonRow } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { noteReading } from "../note-reading.ts";
import { listMembers } from "./ask-register.ts";
import { findSegment } from "./find-segment.ts";

/** A person of a segment with the names of where they live. */
export type SegmentMember = PersonRow & { readonly communityName: string | null; readonly laneName: string | null };

/** The people of a segment by name. Being in it says something of them, so the reading is noted. */
export async function listSegmentMembers(
  session: Session, segmentId: string, paging: { communityId?: string; laneId?: string; after?: string | null; limit?: number } = {},
): Promise<Page<SegmentMember>> {
  const { actor, today } = session;
  requireCapability(actor, "people.read");
  const { criteria } = await findSegment(session, segmentId);
  const page = await session.read(async (tx) => {
    const { rows, next } = await listMembers(tx, actor.orgId, criteria, today, paging);
    const names = await unitNames(tx, actor.orgId, rows.flatMap(({ communityId, laneId }) => [communityId, laneId].filter((id) => id !== null)));
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id)?.name ?? null));
    return { next, rows: rows.map((row) => ({ ...row, communityName: nameOf(row.communityId), laneName: nameOf(row.laneId) })) };
  });
  await noteReading(session, { action: "segment.members_read", subjectKind: "segment", subjectId: segmentId, details: { rows: page.rows.length } });
  return page;
}
