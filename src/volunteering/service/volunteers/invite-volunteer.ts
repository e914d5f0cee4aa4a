import { Refusal } from "#kernel/refusal.ts";
import { inviteMember, type Invitation } from "#identity/index.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { readVolunteer } from "../ground.ts";
import { standingOf } from "../standing.ts";

/** Invites a volunteer to an account of their own (邀请开通账号): a link that works once, for the person of this record. */
export async function inviteVolunteer(session: Session, volunteerId: string): Promise<Invitation> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  const { card, left } = await session.read(async (tx) => {
    const volunteer = await readVolunteer(tx, actor, volunteerId);
    const { status } = await standingOf(tx, actor.orgId, volunteer, today);
    return { card: (await personCards(tx, actor.orgId, [volunteer.personId])).get(volunteer.personId)!, left: status === "removed" };
  });
  if (left) throw new Refusal("conflict", "volunteering.has_left");
  return inviteMember(session, { name: card.preferredName ?? card.name, role: "volunteer", personId: card.id });
}
