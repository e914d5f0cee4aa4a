/** Who a note about a pair was written for: both friends' side of the work, or staff only. */
export type NoteAudience = "friend" | "staff";

/**
 * Whether a volunteer may read a note: only of a pair that is their own, and there what they wrote or what was meant for the
 * friend; once their pair is over, only what they wrote. A note of an earlier pair of the same resident never is, so a new friend does
 * not read the old one's words. Staff read by their capability and caseload, not by this rule.
 */
export function mayReadPairNotes(
  actorPersonId: string,
  pair: { readonly id: string; readonly helperPersonId: string; readonly over: boolean },
  note: { readonly pairId: string; readonly authorPersonId: string; readonly audience: NoteAudience },
): boolean {
  if (note.pairId !== pair.id || pair.helperPersonId !== actorPersonId) return false;
  if (note.authorPersonId === actorPersonId) return true;
  return note.audience === "friend" && !pair.over;
}
