import { listUnits, type Shape } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";

/** A community as pages name and draw it. */
export interface Community {
  readonly id: string;
  readonly name: string;
  /** Its outline, where one was given. */
  readonly shape: Shape | null;
}

/** The communities there are today, by name. */
export async function listCommunities(session: Session): Promise<Community[]> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.work");
  const units = await session.read((tx) => listUnits(tx, actor.orgId, { kinds: ["community"], on: today }));
  return units.map(({ id, name, shape }) => ({ id, name, shape }));
}
