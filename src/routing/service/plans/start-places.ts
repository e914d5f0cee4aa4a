import { listUnits } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { PLAN } from "../../model/policy.ts";
import { unitPoints } from "../../model/unit-point.ts";

/** Places of the territory that stand somewhere on the map, the widest first: rounds set out from one of them. */
export async function startPlaces(session: Session): Promise<{ id: string; name: string }[]> {
  const { actor, today } = session;
  requireCapability(actor, PLAN);
  return session.read(async (tx) => {
    const units = await listUnits(tx, actor.orgId, { on: today });
    const pointOf = unitPoints(units);
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return units.filter(({ id, kind }) => kind !== "city" && kind !== "district" && pointOf(id) !== null)
      .map(({ id, name, parentId, kind }) => ({ id, name: kind === "street" || kind === "community" || parentId === null ? name : `${names.get(parentId) ?? ""} · ${name}` }));
  });
}
