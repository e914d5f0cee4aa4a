import { randomUUID } from "node:crypto";
import type { Session } from "#platform/db/session.ts";
import { decideHours } from "./service/entries/decide-hours.ts";
import { proposeHours, type HoursOffer } from "./service/entries/propose-hours.ts";
import { selectEntriesOf } from "./store/entries.ts";

/** An offer of two hours on a day of November, as a visit or an activity would make it. */
export function anOffer(personId: string, over: Partial<HoursOffer> = {}): HoursOffer {
  return { personId, source: { kind: "activity", id: randomUUID() }, happenedOn: "2026-11-14", time: { minutes: 120 }, title: "社区老友", content: "陪同外出", ...over };
}

/** Proposes hours; the ids of the person's standing entries. */
export async function givenHours(session: Session, offers: readonly HoursOffer[]): Promise<string[]> {
  await session.write("testing.given-hours", null, async (tx) => { await proposeHours(session, tx, offers); return null; });
  return session.read(async (tx) => (await selectEntriesOf(tx, session.actor.orgId, [...new Set(offers.map(({ personId }) => personId))])).map(({ id }) => id));
}

/** The same, confirmed. The session needs hours.confirm. */
export async function givenConfirmed(session: Session, offers: readonly HoursOffer[]): Promise<string[]> {
  const ids = await givenHours(session, offers);
  await decideHours(session, { ids, kind: "confirmed" });
  return ids;
}
