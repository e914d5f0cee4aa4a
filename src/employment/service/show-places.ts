import { Refusal } from "#kernel/refusal.ts";
import { listUnits } from "#places/index.ts";
import { personCards } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import type { Page } from "#platform/db/keyset.ts";
import { jobsAtPlace, type JobRow } from "../store/jobs.ts";
import { findPlace, listOpenings, listPlaces as listRows, type OpeningRow, type PlaceFilter, type PlaceRow } from "../store/places.ts";
import { calledOf, requirePart } from "./near.ts";

export interface ShownPlace { readonly place: PlaceRow; readonly openings: readonly OpeningRow[]; readonly jobs: readonly (JobRow & { readonly name: string })[] }
const MOST_JOBS = 50;

/** Shops and organisations, by name. */
export async function listPlaces(session: Session, filter: PlaceFilter, paging: { after?: string | null } = {}): Promise<Page<PlaceRow>> {
  requirePart(session);
  return session.read((tx) => listRows(tx, session.actor.orgId, filter, paging));
}

/** One place with its openings and who works or worked there. */
export async function showPlace(session: Session, id: string): Promise<ShownPlace> {
  requirePart(session);
  const { orgId } = session.actor;
  return session.read(async (tx) => {
    const place = await findPlace(tx, orgId, id);
    if (!place) throw new Refusal("not_found", "employment.place_not_found");
    const jobs = await jobsAtPlace(tx, orgId, id, MOST_JOBS);
    const cards = await personCards(tx, orgId, jobs.map(({ personId }) => personId));
    return { place, openings: await listOpenings(tx, orgId, { placeId: id }), jobs: jobs.flatMap((job) => { const card = cards.get(job.personId); return card && card.withheldOn === null ? [{ ...job, name: calledOf(card) }] : []; }) };
  });
}

/** Communities to say where a place is. */
export async function communityChoices(session: Session): Promise<{ id: string; name: string }[]> {
  requirePart(session);
  return session.read(async (tx) => (await listUnits(tx, session.actor.orgId, { on: session.today, kinds: ["community"] })).map(({ id, name }) => ({ id, name })));
}
