import { identitiesOf, listPersonRows } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { EncounterFilter, Figures } from "../model/filter.ts";
import * as store from "../store/list-encounters.ts";
import { nameEncounters, type NamedEncounter } from "./name-encounters.ts";

/** Most persons a search by name follows. */
const MOST_FOUND = 50;

/** A page of services with names, newest first. That it was read is noted. */
export async function listEncounters(session: Session, filter: EncounterFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<NamedEncounter>> {
  const { actor } = session;
  requireCapability(actor, "encounters.read");
  const page = await session.read(async (tx) => {
    const { rows, next } = await store.listEncounters(tx, actor.orgId, { ...filter, personIds: await foundBy(tx, session, filter.q) }, paging);
    return { next, rows: await nameEncounters(tx, actor.orgId, rows) };
  });
  await session.write("encounters.list", { at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "encounters.listed", subjectKind: "encounters", subjectId: "list", details: { rows: page.rows.length } });
    return null;
  });
  return page;
}

/** 件、人次、人 of what a filter meets. */
export async function countEncounters(session: Session, filter: EncounterFilter): Promise<Figures> {
  const { actor } = session;
  requireCapability(actor, "encounters.read");
  return session.read(async (tx) => store.countEncounters(tx, actor.orgId, { ...filter, personIds: await foundBy(tx, session, filter.q) }));
}

/** The records of whom a search finds; undefined when nobody is searched for. */
async function foundBy(tx: Tx, { actor: { orgId }, today }: Session, q: string | undefined): Promise<string[] | undefined> {
  if (!q) return undefined;
  const { rows } = await listPersonRows(tx, orgId, { q }, today, { limit: MOST_FOUND });
  return [...(await identitiesOf(tx, orgId, rows.map(({ id }) => id))).values()].flat();
}
