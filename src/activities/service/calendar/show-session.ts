import { ageOn } from "#kernel/calendar.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { type Face, summarise } from "../../model/faces.ts";
import { READ } from "../../model/policy.ts";
import type { Series } from "../../model/series.ts";
import { waitingParties } from "../../model/waiting/waiting-list.ts";
import { feedbackOf } from "../../store/feedback.ts";
import { occasionEvents, type OccasionEvent } from "../../store/occasions.ts";
import { type Registration, registrationsOf } from "../../store/registrations.ts";
import { noteRead, readOccasion } from "../ground.ts";
import { nameOccasion, type NamedOccasion } from "./name-occasions.ts";

export interface Somebody extends Registration {
  readonly name: string;
  readonly age: number | null;
  readonly communityName: string | null;
  readonly phone: string | null;
}

export interface SessionPage {
  readonly occasion: NamedOccasion;
  readonly series: Series;
  /** Those who still want to come or came, companions behind their person, in the order of signing up. */
  readonly people: readonly Somebody[];
  /** Ids of those waiting, in the order in which they move up. */
  readonly waitingOrder: readonly string[];
  readonly history: readonly OccasionEvent[];
  /** Null until enough people answered. */
  readonly feedback: { readonly faces: Readonly<Record<Face, number>>; readonly words: readonly string[] } | null;
  readonly answers: number;
  /** How many of them were pressed on the device that went round. */
  readonly shared: number;
}

/** One session with everybody signed up. Reading it is audited. */
export async function showSession(session: Session, sessionId: string): Promise<SessionPage> {
  const { actor } = session;
  requireCapability(actor, READ);
  const shown = await session.read(async (tx) => {
    const planned = await readOccasion(tx, actor.orgId, sessionId);
    const rows = await registrationsOf(tx, actor.orgId, sessionId);
    const cards = await personCards(tx, actor.orgId, rows.flatMap(({ personId }) => personId ?? []));
    const named = rows.map((row): Somebody => {
      const card = row.personId === null ? undefined : cards.get(row.personId);
      const phone = card?.phones.find(({ whose }) => whose === "self") ?? card?.phones[0];
      return { ...row, name: card ? card.preferredName ?? card.name : row.guestName, age: card?.birthOn ? ageOn(card.birthOn, session.today) : null, communityName: card?.communityName ?? null, phone: phone?.value ?? null };
    });
    return {
      occasion: await nameOccasion(session, tx, planned), series: planned.series, people: withCompanions(named),
      waitingOrder: waitingParties(rows.filter(({ repeats }) => repeats === null), planned.series.rules.priority).flatMap(({ members }) => members.map(({ id }) => id)),
      history: await occasionEvents(tx, actor.orgId, sessionId), ...summarise(await feedbackOf(tx, actor.orgId, sessionId)),
    };
  });
  await noteRead(session, "activity.session_read", "activity_session", sessionId);
  return shown;
}

function withCompanions(rows: readonly Somebody[]): Somebody[] {
  const behind = Map.groupBy(rows.filter(({ companionOf }) => companionOf !== null), ({ companionOf }) => companionOf!);
  return rows.filter(({ companionOf }) => companionOf === null).flatMap((row) => [row, ...behind.get(row.id) ?? []]);
}
