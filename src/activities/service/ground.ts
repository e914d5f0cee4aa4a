import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Occasion, Series } from "../model/series.ts";
import type { Role } from "../model/terms.ts";
import { decideBookings, type Places } from "../model/waiting/waiting-list.ts";
import { lockOccasions, selectOccasions } from "../store/occasions.ts";
import { type By, countBooked, insertEvents, waitingOf } from "../store/registrations.ts";
import { selectSeries } from "../store/series.ts";
import { postBooked } from "./letters/post-letters.ts";

/** A session with the series it belongs to. */
export interface Planned { readonly occasion: Occasion; readonly series: Series }

/**
 * Sessions, their rows held until the transaction ends. Another organisation's is answered like one that does not exist.
 *
 * @param read as they were read just before, so that what holds while everybody waits is not read again under the lock
 */
export async function holdOccasions(tx: Tx, orgId: string, ids: readonly string[], read: readonly Planned[] = []): Promise<Planned[]> {
  return withSeries(tx, orgId, await lockOccasions(tx, orgId, ids), new Set(ids).size, read);
}

export async function holdOccasion(tx: Tx, orgId: string, id: string): Promise<Planned> {
  return (await holdOccasions(tx, orgId, [id]))[0]!;
}

export async function readOccasion(tx: Tx, orgId: string, id: string): Promise<Planned> {
  return (await readOccasions(tx, orgId, [id]))[0]!;
}

export async function readOccasions(tx: Tx, orgId: string, ids: readonly string[]): Promise<Planned[]> {
  return withSeries(tx, orgId, await selectOccasions(tx, orgId, ids), new Set(ids).size, []);
}

async function withSeries(tx: Tx, orgId: string, occasions: readonly Occasion[], wanted: number, read: readonly Planned[]): Promise<Planned[]> {
  if (occasions.length !== wanted) throw new Refusal("not_found", "activities.session_not_found");
  // Of a series only its rule ever changes, and with it which sessions are its own; whatever a sign-up looks at stays.
  const known = new Map(read.map(({ series }) => [series.id, series]));
  const missing = occasions.map(({ seriesId }) => seriesId).filter((id) => !known.has(id));
  const series = new Map([...known, ...await selectSeries(tx, orgId, missing)]);
  return occasions.map((occasion) => ({ occasion, series: series.get(occasion.seriesId)! }));
}

export const byOf = ({ actor, now }: Session): By => ({ byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });

export const placesOf = ({ participants, volunteers, companions }: Occasion) => ({ participant: participants, volunteer: volunteers, companion: companions });

/**
 * Lets the waiting list of a session move: whoever fits gets a place, in the order of the series' policy, and hears of it. Called after
 * everything that may free or take a place, in its transaction, with the session's row held.
 *
 * @param newcomers registrations that have only now begun to wait: those who get no place are noted as waiting
 */
export async function settle(session: Session, tx: Tx, { occasion, series }: Planned, newcomers: readonly string[] = []): Promise<readonly string[]> {
  const { actor: { orgId } } = session;
  const taken = await countBooked(tx, orgId, occasion.id);
  const left = Object.entries(placesOf(occasion)).map(([role, places]) => [role as Role, places - (taken.get(role as Role) ?? 0)] as const);
  const free = left.flatMap(([role, places]) => (places > 0 ? [role] : []));
  const waiting = occasion.cancelled || free.length === 0 ? [] : await waitingOf(tx, orgId, occasion.id, newcomers, free);
  const booked = decideBookings(Object.fromEntries(left) as Places, waiting, series.rules.priority);
  await insertEvents(tx, orgId, occasion.id, newcomers.filter((id) => !booked.includes(id)), { kind: "waitlisted", reason: "" }, byOf(session));
  await insertEvents(tx, orgId, occasion.id, booked, { kind: "booked", reason: "" }, byOf(session));
  await postBooked(session, tx, occasion, booked);
  return booked;
}

/** Notes that names were read, in a transaction of its own whose answer is empty: what is kept for a repeated request never holds what was read. */
export async function noteRead(session: Session, action: string, subjectKind: string, subjectId: string): Promise<void> {
  await session.write("activities.note_read", { subjectId, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, { action, subjectKind, subjectId });
    return null;
  });
}
