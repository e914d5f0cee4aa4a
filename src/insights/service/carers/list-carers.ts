import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { fitsShow, inStrainOrder, type CarerShow } from "../../model/carers.ts";
import { carersNear, requireCarers, type NearCarer } from "./near-carers.ts";

export interface CarerLine extends NearCarer {
  readonly name: string;
  /** Whom they care for. */
  readonly forNames: readonly string[];
}

/** Carers of today, the one under most strain first. That they were listed is noted. */
export async function listCarers(session: Session, show: CarerShow | undefined, { after, limit = 50 }: { after?: string | null; limit?: number } = {}): Promise<Page<CarerLine>> {
  requireCarers(session);
  const { actor, today, now } = session;
  const from = decodeCursor(after, ["id"]);
  return session.write("insights.list-carers", { show, after, at: now.toISOString() }, async (tx) => {
    const all = inStrainOrder((await carersNear(tx, actor.orgId, today, null)).filter((row) => fitsShow(show, row, today)));
    const begin = from ? all.findIndex(({ carerId }) => carerId === from[0]) + 1 : 0;
    const page = pageOf(all.slice(begin, begin + limit + 1), limit, ({ carerId }) => [carerId]);
    const cards = await personCards(tx, actor.orgId, page.rows.flatMap(({ carerId, forIds }) => [carerId, ...forIds]));
    const nameOf = (id: string) => cards.get(id)?.preferredName ?? cards.get(id)?.name ?? "";
    await recordAudit(tx, actor, { action: "carers.listed", subjectKind: "carers", subjectId: "list", details: { rows: page.rows.length } });
    return { next: page.next, rows: page.rows.filter(({ carerId }) => cards.get(carerId)?.withheldOn === null).map((row) => ({ ...row, name: nameOf(row.carerId), forNames: row.forIds.map(nameOf) })) };
  });
}
