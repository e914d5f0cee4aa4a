import { readPairs } from "../../matching/index.ts";
import { personCards } from "../../people/index.ts";
import type { Tx } from "../../platform/db/connect.ts";
import type { Session } from "../../platform/db/session.ts";
import { silenceOf } from "../model/visit.ts";
import { lastMetOn } from "../store/visits.ts";

/** A pair from which nobody has heard for longer than agreed; not named yet. */
export interface QuietPair {
  readonly pairId: string;
  readonly residentId: string;
  readonly helperId: string;
  readonly rhythmDays: number;
  /** Null when they have not met yet. */
  readonly lastMetOn: string | null;
  /** The day they last met, or began. */
  readonly sinceOn: string;
  /** Days since then. */
  readonly quietDays: number;
  readonly dueOn: string;
}

export interface SilentPair extends QuietPair {
  readonly residentName: string;
  readonly helperName: string;
  readonly birthOn: string | null;
}

/** Running pairs that have been quiet for longer than agreed, the quietest first; nothing for those who may not read visits. */
export async function listSilentPairs(session: Session): Promise<SilentPair[]> {
  const { actor: { orgId, capabilities }, today } = session;
  if (!capabilities.has("visits.read")) return [];
  return session.read(async (tx) => nameQuiet(tx, orgId, await quietPairs(tx, orgId, today)));
}

/** The quietest first; two equally quiet always in the same order, so that a page can go on after either. */
export async function quietPairs(tx: Tx, orgId: string, today: string): Promise<QuietPair[]> {
  const running = await readPairs(tx, orgId, { states: ["trial", "active"] }, today);
  const met = await lastMetOn(tx, orgId, running.map(({ id }) => id));
  return running.flatMap(({ id, residentId, helperId, rhythmDays, beganOn }) => {
    const last = met.get(id) ?? null;
    const { quietDays, dueOn, silent } = silenceOf({ beganOn: beganOn!, rhythmDays }, last, today);
    return silent ? [{ pairId: id, residentId, helperId, rhythmDays, lastMetOn: last, sinceOn: last ?? beganOn!, quietDays, dueOn }] : [];
  }).sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

type Place = Pick<QuietPair, "sinceOn" | "pairId">;

/** Whether one stands before the other in the list. */
export const isBefore = (a: Place, b: Place): boolean => (a.sinceOn === b.sinceOn ? a.pairId < b.pairId : a.sinceOn < b.sinceOn);

export async function nameQuiet(tx: Tx, orgId: string, rows: readonly QuietPair[]): Promise<SilentPair[]> {
  const cards = await personCards(tx, orgId, rows.flatMap(({ residentId, helperId }) => [residentId, helperId]));
  return rows.map((row) => ({ ...row, residentName: cards.get(row.residentId)?.name ?? "", helperName: cards.get(row.helperId)?.name ?? "", birthOn: cards.get(row.residentId)?.birthOn ?? null }));
}
