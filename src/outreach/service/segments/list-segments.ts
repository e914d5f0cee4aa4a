import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { currentSegments, type Segment } from "../../store/segments.ts";
import { countMembers } from "./ask-register.ts";

/** A segment with how many it holds today. */
export type CountedSegment = Segment & { readonly persons: number };

/** The organisation's segments by name, each counted as the register stands now. */
export async function listSegments(session: Session): Promise<CountedSegment[]> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.work");
  return session.read(async (tx) => {
    const counted: CountedSegment[] = [];
    for (const segment of await currentSegments(tx, actor.orgId)) {
      const { persons } = await countMembers(tx, actor.orgId, segment.criteria, today);
      counted.push({ ...segment, persons });
    }
    return counted;
  });
}
