import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import type { Attended, Status } from "../../model/terms.ts";
import { selectRegistration } from "../../store/registrations.ts";
import { nameOccasion, type NamedOccasion } from "../calendar/name-occasions.ts";
import { readOccasion } from "../ground.ts";
import { registrationOfPass } from "../registration/show-pass.ts";

export interface CheckIn { readonly registrationId: string; readonly name: string; readonly status: Status; readonly attended: Attended | null; readonly needs: string; readonly occasion: NamedOccasion }

/** Who stands behind a QR code, for the worker at the door who scanned it. The code of a second sign-up leads to the first. */
export async function checkIn(session: Session, pass: string): Promise<CheckIn> {
  const { actor } = session;
  requireCapability(actor, MANAGE);
  return session.read(async (tx) => {
    const scanned = await registrationOfPass(session, tx, pass);
    const row = scanned.repeats === null ? scanned : await selectRegistration(tx, actor.orgId, scanned.repeats);
    if (!row) throw new Refusal("not_found", "activities.registration_not_found");
    const card = row.personId === null ? undefined : (await personCards(tx, actor.orgId, [row.personId])).get(row.personId);
    const occasion = await nameOccasion(session, tx, await readOccasion(tx, actor.orgId, row.sessionId));
    return { registrationId: row.id, name: card ? card.preferredName ?? card.name : row.guestName, status: row.status, attended: row.attended, needs: row.needs, occasion };
  });
}
