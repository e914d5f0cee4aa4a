import { addDays } from "#kernel/calendar.ts";
import type { Session } from "#platform/db/session.ts";
import { Opening, Place, Profile } from "./model/terms.ts";
import { beginJob } from "./service/begin-job.ts";
import { addOpening, addPlace } from "./service/change-places.ts";
import { addDiscovery, writeProfile } from "./service/write-profile.ts";

/** What supporting employment takes. */
export const EMPLOYMENT_CAPABILITIES = ["people.read", "people.write", "outreach.work", "cases.work", "employment.work"] as const;

/** A made-up shop with an opening; their ids. */
export async function givenOpening(session: Session, given: { place?: Partial<Record<keyof Place, unknown>>; opening?: Partial<Record<keyof Opening, unknown>> } = {}): Promise<{ placeId: string; openingId: string }> {
  const { id: placeId } = await addPlace(session, Place.parse({ name: "东里便利店", kind: "shop", access: ["toilet", "seat"], ...given.place }));
  const { id: openingId } = await addOpening(session, placeId, Opening.parse({ title: "理货", tasks: ["stocking"], conditions: ["crowds"], hours: "12", seats: "1", fromOn: addDays(session.today, -500), ...given.opening }));
  return { placeId, openingId };
}

/** Gives somebody a profile and a note of discovery. */
export async function givenProfile(session: Session, personId: string, given: Partial<Record<keyof Profile, unknown>> = {}, discovered = "摆货架时很专心"): Promise<void> {
  await writeProfile(session, personId, Profile.parse({ wishes: "想有自己的钱", tasks: ["stocking"], access: ["toilet"], leastHours: "8", mostHours: "20", ...given }));
  await addDiscovery(session, personId, { placeWords: "便利店", discovered, onDay: session.today });
}

/** Begins a made-up job; its id. */
export async function givenJob(session: Session, personId: string, openingId: string, begunOn: string, caseId: string | null = null): Promise<string> {
  return (await beginJob(session, { personId, openingId, caseId, begunOn })).id;
}
