import { Refusal, type FieldFault } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { codeFault } from "../model/division-code.ts";
import { fitsUnder, type NewUnit, type Unit } from "../model/unit.ts";
import { codeTaken, insertUnits, listUnits, lockTerritory, nameTaken } from "../store/units.ts";

/** Adds one unit; its id. */
export async function addUnit(session: Session, unit: NewUnit): Promise<string> {
  const { actor } = session;
  requireCapability(actor, "places.manage");
  return session.write("places.add-unit", unit, async (tx) => {
    await lockTerritory(tx, actor.orgId);
    await checkUnit(tx, actor.orgId, unit);
    const [id] = await insertUnits(tx, actor.orgId, [unit], { source: "hand", sourceId: null });
    await recordAudit(tx, actor, { action: "place.added", subjectKind: "place", subjectId: id!, details: { kind: unit.kind, name: unit.name, code: unit.code ?? null } });
    return id!;
  });
}

/** Refuses a unit that cannot stand: its parent, its code, its name. */
export async function checkUnit(tx: Tx, orgId: string, unit: Pick<NewUnit, "kind" | "name" | "code" | "parentId" | "validFrom">, exceptId?: string): Promise<void> {
  const faults: FieldFault[] = [];
  const parent = unit.parentId ? (await listUnits(tx, orgId, { ids: [unit.parentId] }))[0] : undefined;
  if (unit.parentId && !parent) faults.push({ field: "parentId", reason: "place.parent_unknown" });
  if (parent && (!fitsUnder(unit.kind, parent.kind) || parent.id === exceptId)) faults.push({ field: "parentId", reason: "place.parent_not_wider" });
  if (!unit.parentId && needsParent(unit.kind)) faults.push({ field: "parentId", reason: "place.parent_missing" });
  const wrong = unit.code ? codeFault(unit.code, unit.kind, parent?.code ?? null) : null;
  if (wrong) faults.push({ field: "code", reason: wrong });
  if (unit.code && !wrong && await codeTaken(tx, orgId, unit.code, unit.validFrom, exceptId)) faults.push({ field: "code", reason: "place.code_taken" });
  if (await nameTaken(tx, orgId, { kind: unit.kind, name: unit.name, parentId: unit.parentId ?? null }, exceptId)) faults.push({ field: "name", reason: "place.name_taken" });
  if (faults.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields: faults });
}

const needsParent = (kind: Unit["kind"]): boolean => kind === "lane" || kind === "grid" || kind === "building";
