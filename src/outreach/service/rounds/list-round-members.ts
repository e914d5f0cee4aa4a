import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { Member } from "../../store/members.ts";
import { listMemberRows, type MemberFilter } from "../../store/progress.ts";
import { noteReading } from "../note-reading.ts";
import { shownName } from "../shown-name.ts";

export type { Member } from "../../store/members.ts";
export type { MemberFilter } from "../../store/progress.ts";

/** A member with what a list may show of them. */
export type NamedMember = Member & { readonly name: string | null; readonly communityName: string | null; readonly laneName: string | null };

/** The members of a round by place. Whoever does not manage rounds sees their own people only. */
export async function listRoundMembers(session: Session, roundId: string, filter: MemberFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<NamedMember>> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.work");
  const own: MemberFilter = actor.capabilities.has("outreach.manage") ? filter : { ...filter, workerId: actor.accountId };
  const page = await session.read(async (tx) => {
    const { rows, next } = await listMemberRows(tx, actor.orgId, { ...own, roundId }, today, paging);
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId));
    return { next, rows: rows.map((row) => {
      const card = cards.get(row.personId);
      return { ...row, name: shownName(card), communityName: card?.communityName ?? null, laneName: card?.laneName ?? null };
    }) };
  });
  await noteReading(session, { action: "round.members_read", subjectKind: "round", subjectId: roundId, details: { rows: page.rows.length } });
  return page;
}
