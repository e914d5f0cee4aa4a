import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Opening, Place } from "../model/terms.ts";
import { closeOpening, findPlace, insertOpening, insertPlace, updatePlace } from "../store/places.ts";
import { requirePart } from "./near.ts";

/** Adds a shop or organisation where somebody could work. */
export async function addPlace(session: Session, place: Place): Promise<{ id: string }> {
  requirePart(session);
  const { actor, now } = session;
  return session.write("employment.add_place", place, async (tx) => {
    const id = randomUUID();
    await insertPlace(tx, actor.orgId, id, place, now.toISOString());
    await recordAudit(tx, actor, { action: "work_place.added", subjectKind: "work_place", subjectId: id });
    return { id };
  });
}

/** Changes what is known of a place, or closes it from today; openings of a closed place are not offered. */
export async function changePlace(session: Session, id: string, version: number, change: Place | { closed: "yes" | "no" }): Promise<{ id: string }> {
  requirePart(session);
  const { actor, today } = session;
  return session.write("employment.change_place", { id, version, ...change }, async (tx) => {
    if (!await findPlace(tx, actor.orgId, id)) throw new Refusal("not_found", "employment.place_not_found");
    const fields = "closed" in change ? { closedOn: change.closed === "yes" ? today : null } : placeFields(change);
    if (!await updatePlace(tx, actor.orgId, id, version, fields)) throw new Refusal("conflict", "employment.place_changed");
    await recordAudit(tx, actor, { action: "work_place.changed", subjectKind: "work_place", subjectId: id });
    return { id };
  });
}

const placeFields = ({ placeWords, communityId, ...place }: Place) => ({ ...place, access: [...place.access], communityId: communityId ?? null, words: placeWords });

/** Adds an opening of a place, with one seat or several. */
export async function addOpening(session: Session, placeId: string, opening: Opening): Promise<{ id: string }> {
  requirePart(session);
  const { actor } = session;
  return session.write("employment.add_opening", { placeId, ...opening }, async (tx) => {
    const place = await findPlace(tx, actor.orgId, placeId);
    if (!place || place.closedOn !== null) throw new Refusal("not_found", "employment.place_not_found");
    const id = randomUUID();
    await insertOpening(tx, actor.orgId, { id, placeId, byName: actor.name, ...opening });
    await recordAudit(tx, actor, { action: "opening.added", subjectKind: "work_place", subjectId: placeId, details: { openingId: id } });
    return { id };
  });
}

/** From today on the opening is offered no longer; jobs begun in it go on. */
export async function withdrawOpening(session: Session, placeId: string, id: string): Promise<{ id: string }> {
  requirePart(session);
  const { actor, today } = session;
  return session.write("employment.withdraw_opening", { placeId, id }, async (tx) => {
    await closeOpening(tx, actor.orgId, placeId, id, today);
    await recordAudit(tx, actor, { action: "opening.closed", subjectKind: "work_place", subjectId: placeId, details: { openingId: id } });
    return { id };
  });
}
