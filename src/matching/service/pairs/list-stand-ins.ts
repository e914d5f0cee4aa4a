import { addDays, daysBetween } from "#kernel/calendar.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { eligibleHelpers, listProgrammes, type HelperOffer, type Programme } from "#volunteering/index.ts";
import { readPairs } from "../../store/pairs.ts";

/** Somebody who could step in on a day: how soon, how fresh their training is, and what else they have. */
export interface StandIn {
  readonly personId: string;
  readonly volunteerId: string;
  readonly name: string;
  readonly communityName: string | null;
  readonly reserve: boolean;
  /** May meet somebody that day as things stand. */
  readonly ready: boolean;
  /** Whole days until they could, when what is missing is begun today; null: not to be foreseen. */
  readonly daysToActivate: number | null;
  /** Whole days since the training was complete; null where there is none to speak of. */
  readonly trainedDaysAgo: number | null;
  /** Their hours of that weekday, `08:00–12:00`. */
  readonly free: readonly string[];
  /** Their own number, for who may read volunteers' files; else null. */
  readonly phone: string | null;
  /** Pairs they have now, of those they are willing to have. */
  readonly pairs: number;
  readonly capacity: number;
}

/** Who can stand in (谁能顶上) on a day, tomorrow unless told: the ready and free first, then by how soon and how fresh. */
export async function listStandIns(session: Session, { programmeId, on = addDays(session.today, 1) }: { programmeId?: string | undefined; on?: string | undefined }): Promise<{ on: string; programmes: readonly Programme[]; programmeId: string | null; standIns: readonly StandIn[] }> {
  const { actor } = session;
  requireCapability(actor, "matching.read");
  const programmes = await listProgrammes(session);
  const chosen = programmes.find(({ id }) => id === programmeId) ?? programmes[0];
  if (!chosen) return { on, programmes, programmeId: null, standIns: [] };
  const standIns = await session.read((tx) => standInsOf(session, tx, chosen.id, on));
  return { on, programmes, programmeId: chosen.id, standIns };
}

async function standInsOf({ actor, today }: Session, tx: Tx, programmeId: string, on: string): Promise<StandIn[]> {
  const mayRing = actor.capabilities.has("volunteers.read") && actor.strong;
  const offers = await eligibleHelpers(tx, actor.orgId, programmeId, on);
  const running = await readPairs(tx, actor.orgId, { states: ["accepted", "introduced", "trial", "active", "paused"] }, today);
  const load = Map.groupBy(running, ({ helperId }) => helperId);
  const cards = await personCards(tx, actor.orgId, offers.map(({ personId }) => personId));
  return offers.map((offer) => standInOf(offer, { on, today, pairs: load.get(offer.personId)?.length ?? 0, communityName: cards.get(offer.personId)?.communityName ?? null, phone: mayRing ? phoneOf(cards.get(offer.personId)) : null })).sort(soonest);
}

function standInOf({ readiness, ...offer }: HelperOffer, { on, today, pairs, communityName, phone }: { on: string; today: string; pairs: number; communityName: string | null; phone: string | null }): StandIn {
  const weekday = ((daysBetween("2000-01-03", on) % 7) + 7) % 7 + 1;
  return {
    personId: offer.personId, volunteerId: offer.volunteerId, name: offer.name, communityName, phone, reserve: offer.placement === "reserve", ready: offer.mayServe,
    daysToActivate: Number.isFinite(readiness.daysToActivate) ? readiness.daysToActivate : null, trainedDaysAgo: readiness.trainedOn === null ? null : daysBetween(readiness.trainedOn, today),
    free: offer.hours.filter((hours) => hours.weekday === weekday).map(({ from, to }) => `${from}–${to}`), pairs, capacity: offer.capacity,
  };
}

function phoneOf(card: PersonCard | undefined): string | null {
  return card?.phones.find(({ whose }) => whose === "self")?.value ?? null;
}

function soonest(a: StandIn, b: StandIn): number {
  const rank = ({ ready, free, daysToActivate }: StandIn) => (daysToActivate ?? 1000) * 4 + (ready ? 0 : 2) + (free.length > 0 ? 0 : 1);
  return rank(a) - rank(b) || a.pairs - b.pairs || (a.trainedDaysAgo ?? 100_000) - (b.trainedDaysAgo ?? 100_000);
}
