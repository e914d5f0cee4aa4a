import type { Tx } from "#platform/db/connect.ts";
import { currentSegments, findSegment } from "../../store/segments.ts";
import { membersOf } from "./ask-register.ts";

/** The segments offered now, by name. The caller authorises. */
export const segmentNames = (tx: Tx, orgId: string): Promise<readonly { readonly id: string; readonly name: string }[]> => currentSegments(tx, orgId);

/** Everybody of a segment as the register stands today; undefined where there is none. The caller authorises. */
export async function peopleOfSegment(tx: Tx, orgId: string, id: string, today: string): Promise<string[] | undefined> {
  const segment = await findSegment(tx, orgId, id);
  return segment && membersOf(tx, orgId, segment.criteria, today);
}
