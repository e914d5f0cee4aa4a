import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { Unit } from "../model/unit.ts";
import { successionsOf, type Successor } from "../store/successions.ts";
import { listUnits } from "../store/units.ts";

/** The units that stand on a day, today unless told. */
export async function listTerritory(session: Session, { on }: { on?: string | undefined } = {}): Promise<Unit[]> {
  requireCapability(session.actor, "places.read");
  return session.read((tx) => listUnits(tx, session.actor.orgId, { on: on ?? session.today }));
}

export interface UnitPage {
  readonly unit: Unit;
  /** From the widest down to the unit's own parent. */
  readonly above: readonly Unit[];
  readonly below: readonly Unit[];
  readonly became: readonly Successor[];
  readonly cameFrom: readonly Successor[];
}

/** One unit with what it lies in, what lies in it, and what it became. */
export async function showUnit(session: Session, unitId: string): Promise<UnitPage> {
  const { actor: { orgId } } = session;
  requireCapability(session.actor, "places.read");
  return session.read(async (tx) => {
    const [unit] = await listUnits(tx, orgId, { ids: [unitId] });
    if (!unit) throw new Refusal("not_found", "place.not_found");
    const above: Unit[] = [];
    for (let at = unit.parentId; at !== null && above.length < 7; at = above[0]!.parentId) {
      const [parent] = await listUnits(tx, orgId, { ids: [at] });
      above.unshift(parent!);
    }
    const successions = await successionsOf(tx, orgId, unitId);
    return {
      unit, above, below: (await listUnits(tx, orgId, { parentId: unitId })).filter(({ validTo }) => validTo === null),
      became: successions.filter(({ fromId }) => fromId === unitId), cameFrom: successions.filter(({ toId }) => toId === unitId),
    };
  });
}
