import { listUnits } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { READ } from "../../model/policy.ts";

/** Places an activity can be at, and the communities it can be for. */
export async function placeChoices(session: Session): Promise<{ places: readonly { id: string; name: string }[]; communities: readonly { id: string; name: string }[] }> {
  const { actor: { orgId }, today } = session;
  requireCapability(session.actor, READ);
  return session.read(async (tx) => {
    const units = await listUnits(tx, orgId, { on: today });
    const names = new Map(units.map(({ id, name }) => [id, name]));
    const places = units.filter(({ kind }) => kind !== "city" && kind !== "district")
      .map(({ id, name, kind, parentId }) => ({ id, name: kind === "street" || kind === "community" || parentId === null ? name : `${names.get(parentId) ?? ""} · ${name}` }));
    return { places, communities: units.filter(({ kind }) => kind === "community").map(({ id, name }) => ({ id, name })) };
  });
}
