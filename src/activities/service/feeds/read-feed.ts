import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { calendarText, type CalendarEntry } from "../../model/calendar-text.ts";
import { FEED } from "../../model/policy.ts";
import { type Feed, feedByToken } from "../../store/feeds.ts";
import { occasionsAtPlace, selectOccasions } from "../../store/occasions.ts";
import { registrationsOfPersons } from "../../store/registrations.ts";
import { nameOccasions } from "../calendar/name-occasions.ts";
import { hashOf } from "./make-feed.ts";

const BACK_DAYS = 60;
const AHEAD_DAYS = 400;

/** The calendar behind a secret address: what one person has a place in or waits for, or what happens at one place. No name of anybody. */
export async function readFeed(session: Session, token: string, title: string): Promise<string> {
  requireCapability(session.actor, FEED);
  return session.read(async (tx) => {
    const feed = await feedByToken(tx, session.actor.orgId, hashOf(token));
    if (!feed) throw new Refusal("not_found", "activities.feed_not_found");
    const entries = feed.kind === "person" ? await entriesOfPerson(session, tx, feed.personId!) : await entriesOfPlace(session, tx, feed);
    const place = feed.placeId === null ? undefined : (await unitNames(tx, session.actor.orgId, [feed.placeId])).get(feed.placeId);
    return calendarText(place ? `${title} · ${place.name}` : title, entries, session.now);
  });
}

async function entriesOfPerson(session: Session, tx: Tx, personId: string): Promise<CalendarEntry[]> {
  const { orgId } = session.actor;
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [personId];
  const rows = (await registrationsOfPersons(tx, orgId, records)).filter(({ repeats, status }) => repeats === null && (status === "booked" || status === "waitlisted"));
  const waiting = new Set(rows.filter(({ status }) => status === "waitlisted").map(({ sessionId }) => sessionId));
  const occasions = await nameOccasions(session, tx, await selectOccasions(tx, orgId, rows.map(({ sessionId }) => sessionId)));
  return occasions.filter(({ onDay }) => onDay >= addDays(session.today, -BACK_DAYS)).map((one) => ({ ...one, sessionId: one.id, waiting: waiting.has(one.id) }));
}

async function entriesOfPlace(session: Session, tx: Tx, { placeId }: Feed): Promise<CalendarEntry[]> {
  const { actor: { orgId }, today } = session;
  const occasions = await occasionsAtPlace(tx, orgId, placeId!, addDays(today, -BACK_DAYS), addDays(today, AHEAD_DAYS));
  return (await nameOccasions(session, tx, occasions)).map((one) => ({ ...one, sessionId: one.id, waiting: false }));
}
