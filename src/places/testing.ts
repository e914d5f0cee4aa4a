import type { Session } from "#platform/db/session.ts";
import type { NewUnit } from "./model/unit.ts";
import { insertUnits, type UnitToAdd } from "./store/units.ts";

/** A community as made-up files have it. */
export function aUnit(over: Partial<NewUnit> = {}): NewUnit {
  return { kind: "community", name: "金沙社区", validFrom: "2020-01-01", ...over };
}

/** Adds a unit; its id. */
export async function givenUnit(session: Session, over: Partial<UnitToAdd> = {}): Promise<string> {
  const ids = await session.write("testing.given-unit", null, (tx) => insertUnits(tx, session.actor.orgId, [{ ...aUnit(over), ...over }], { source: "demo", sourceId: null }));
  return ids[0]!;
}

/** The made-up street 青云街道 with some of its communities. */
export async function givenStreet(session: Session, communities: readonly string[] = ["金沙社区", "席子营社区", "月牙塘社区"]): Promise<{ streetId: string; communityIds: Readonly<Record<string, string>> }> {
  const streetId = await givenUnit(session, { kind: "street", name: "青云街道" });
  const ids: Record<string, string> = {};
  for (const name of communities) ids[name] = await givenUnit(session, { name, parentId: streetId });
  return { streetId, communityIds: ids };
}
