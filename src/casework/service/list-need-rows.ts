import { personCards, type PersonCard } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { NeedFilter } from "../model/count.ts";
import { listNeedFacts, type NeedListRow } from "../store/count-needs.ts";
import { noteReading } from "./note-reading.ts";

/** A need in a list with whose it is and where. */
export type NamedNeedRow = NeedListRow & { /** Null for whoever does not let their data be kept. */
  readonly name: string | null; readonly communityName: string | null };

/** The rows behind a figure, newest first; without words, which stand in the person's file. */
export async function listNeedRows(session: Session, filter: NeedFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<NamedNeedRow>> {
  const { actor } = session;
  requireCapability(actor, "people.read");
  const page = await session.read(async (tx) => {
    const { rows, next } = await listNeedFacts(tx, actor.orgId, filter, paging);
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId));
    const places = await unitNames(tx, actor.orgId, rows.flatMap(({ communityId }) => communityId ?? []));
    return { next, rows: rows.map((row) => ({ ...row, name: nameOf(cards.get(row.personId)), communityName: (row.communityId && places.get(row.communityId)?.name) || null })) };
  });
  await noteReading(session, { action: "needs.listed", subjectKind: "needs", subjectId: "list", details: { ...filter, rows: page.rows.length } });
  return page;
}

const nameOf = (card: PersonCard | undefined) => (card === undefined || card.withheldOn !== null ? null : card.name);
