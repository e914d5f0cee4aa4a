import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { dutiesEn } from "../../messages/duties-en.ts";
import { dutiesZh } from "../../messages/duties-zh.ts";
import { dutyState, type DutyState } from "../../model/consents/duties.ts";
import { selectObligations, type ObligationRow } from "../../store/facts/obligations.ts";
import { NO_NAME } from "../../store/persons/person-cards.ts";
import { personCards } from "../persons/person-cards.ts";
import { requireMayRecord } from "../persons/require-may.ts";
import { consentsInForce } from "./consents-in-force.ts";

/** A duty a withdrawal left, as it stands today. */
export interface Obligation extends Omit<ObligationRow, "consentId"> {
  readonly name: string;
  readonly birthOn: string | null;
  readonly state: DutyState;
  /** What is to be done, in both languages. */
  readonly what: { readonly zh: string; readonly en: string };
  /** Whose it is now, after it was handed over. */
  readonly answering: { readonly id: string; readonly name: string };
}

/** Duties that withdrawals left, the soonest due first: those still open, or those settled. */
export async function listObligations(session: Session, { settled = false, after }: { settled?: boolean; after?: string | null } = {}): Promise<Page<Obligation>> {
  const { actor } = session;
  requireMayRecord(actor);
  const limit = 50;
  const from = decodeCursor(after, ["day", "id"]) as [string, string] | undefined;
  return session.read(async (tx) => {
    const { rows, next } = pageOf(await selectObligations(tx, actor.orgId, { settled, after: from ?? null, limit: limit + 1 }), limit, ({ dueOn, id }) => [dueOn, id]);
    return { rows: (await standing(session, tx, rows)).filter(({ state }) => settled || state !== "lapsed"), next };
  });
}

/** Open duties of one person. */
export async function obligationsOf(session: Session, tx: Tx, personIds: readonly string[]): Promise<Obligation[]> {
  return standing(session, tx, await selectObligations(tx, session.actor.orgId, { personIds }));
}

/** What waits for the actor today: their own duties, and anybody's that are late for whoever supervises; nothing for those who record no consents. */
export async function listDueObligations(session: Session, limit: number): Promise<Obligation[]> {
  const { actor: { orgId, accountId, capabilities } } = session;
  if (!capabilities.has("people.write") && !capabilities.has("volunteers.manage")) return [];
  const rows = await session.read(async (tx) => standing(session, tx, await selectObligations(tx, orgId, { settled: false, limit: 200 })));
  return rows.filter(({ state, answering }) => state === "late" ? answering.id === accountId || capabilities.has("cases.supervise") : state === "open" && answering.id === accountId).slice(0, limit);
}

async function standing({ actor: { orgId, accountId, capabilities }, today }: Session, tx: Tx, rows: readonly ObligationRow[]): Promise<Obligation[]> {
  const ids = rows.map(({ personId }) => personId);
  const [cards, consents] = [await personCards(tx, orgId, ids, { despite: "own_file" }), await consentsInForce(tx, orgId, ids, today)];
  return rows.map(({ consentId: _consent, ...row }) => {
    const card = cards.get(row.personId);
    const handed = row.answers.findLast(({ answer }) => answer === "handed_over");
    const answering = { id: handed?.ownerId ?? row.ownerId, name: handed?.ownerName ?? row.ownerName };
    // Whose data may not be kept is named only to whoever has to deal with it.
    const named = card !== undefined && (card.withheldOn === null || answering.id === accountId || capabilities.has("people.reveal"));
    return {
      ...row, what: { zh: dutiesZh.duties.what[row.duty] ?? row.duty, en: dutiesEn.duties.what[row.duty] ?? row.duty }, answering, name: named ? card.preferredName ?? card.name : NO_NAME, birthOn: named ? card.birthOn : null, state: dutyState({ ...row, answers: row.answers.map(({ answer }) => answer) }, consents.get(row.personId)?.get(row.purpose), today),
    };
  });
}
