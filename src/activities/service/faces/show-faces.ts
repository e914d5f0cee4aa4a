import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { tooEarlyFor } from "../../model/faces.ts";
import { MANAGE } from "../../model/policy.ts";
import { ROLES } from "../../model/terms.ts";
import { countShared } from "../../store/feedback.ts";
import { nameOccasion, type NamedOccasion } from "../calendar/name-occasions.ts";
import { type Planned, readOccasion } from "../ground.ts";

/** The device that goes round after a session: what it is about and how many were there; nobody's name, and nothing of what was pressed. */
export interface FacesRound {
  readonly occasion: NamedOccasion;
  /** Everybody who was there, in whatever role. */
  readonly present: number;
  readonly given: number;
  readonly tooEarly: ReturnType<typeof tooEarlyFor>;
}

export async function showFaces(session: Session, sessionId: string): Promise<FacesRound> {
  const { actor, now } = session;
  requireCapability(actor, MANAGE);
  return session.read(async (tx) => {
    const planned = await readOccasion(tx, actor.orgId, sessionId);
    return { ...await countFaces(session, tx, planned), tooEarly: tooEarlyFor(planned.occasion, now) };
  });
}

export async function countFaces(session: Session, tx: Tx, planned: Planned): Promise<Omit<FacesRound, "tooEarly">> {
  const occasion = await nameOccasion(session, tx, planned);
  return { occasion, present: ROLES.reduce((sum, role) => sum + occasion.filled[role].came, 0), given: await countShared(tx, session.actor.orgId, occasion.id) };
}

/** Refuses what comes before a session began, or of one that was called off. */
export function requireBegun({ now }: Pick<Session, "now">, { occasion }: Planned): void {
  const tooEarly = tooEarlyFor(occasion, now);
  if (tooEarly) throw new Refusal("conflict", `activities.${tooEarly}`);
}
