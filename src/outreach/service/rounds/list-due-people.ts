import { notToContact, personCards } from "#people/index.ts";
import { addDays, daysBetween } from "#kernel/calendar.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { countDueMembers, listDueMembers, type DueMember } from "../../store/due-members.ts";
import { noteReading } from "../note-reading.ts";
import { shownName } from "../shown-name.ts";

/** Somebody to be contacted, with what the worker's list shows. */
export type DuePerson = DueMember & { readonly name: string | null; readonly birthOn: string | null; readonly communityName: string | null; readonly laneName: string | null; readonly overdueDays: number };

export interface DuePeople extends Page<DuePerson> {
  /** How many are due up to today, and how many of them are late, beyond this page too. */
  readonly due: number;
  readonly overdue: number;
}

/**
 * Who is due to be contacted, the longest waiting first: mine (the default), nobody's, or everybody's for whoever manages rounds.
 * `aheadDays` also shows what comes due in the next days.
 */
export async function listDuePeople(
  session: Session, { whose = "mine", aheadDays = 0, ...paging }: { whose?: "mine" | "nobodys" | "all"; aheadDays?: number; after?: string | null; limit?: number } = {},
): Promise<DuePeople> {
  const { actor, today } = session;
  requireCapability(actor, whose === "mine" ? "outreach.work" : "outreach.manage");
  const workerId = whose === "mine" ? actor.accountId : whose === "nobodys" ? null : undefined;
  const upToOn = aheadDays > 0 ? addDays(today, aheadDays) : today;
  const found = await session.read(async (tx) => {
    const without = await notToContact(tx, actor.orgId);
    const { rows, next } = await listDueMembers(tx, actor.orgId, { workerId, upToOn, without, ...paging });
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId));
    const counts = await countDueMembers(tx, actor.orgId, workerId, today, without);
    return { ...counts, next, rows: rows.map((row) => {
      const card = cards.get(row.personId);
      return { ...row, name: shownName(card), birthOn: card?.withheldOn ? null : (card?.birthOn ?? null), communityName: card?.communityName ?? null, laneName: card?.laneName ?? null, overdueDays: Math.max(0, daysBetween(row.nextDueOn, today)) };
    }) };
  });
  if (found.rows.length > 0) await noteReading(session, { action: "outreach.due_read", subjectKind: "outreach", subjectId: whose, details: { rows: found.rows.length } });
  return found;
}
