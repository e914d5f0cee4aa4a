import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { lockTerritory, lockUnit, updateUnit, type UnitChange } from "../store/units.ts";
import { checkUnit } from "./add-unit.ts";

export interface ChangeUnit {
  readonly unitId: string;
  /** The version that was read; 412 with the difference when somebody was faster. */
  readonly version?: number | undefined;
  readonly fields: Pick<UnitChange, "name" | "code" | "aliases" | "urbanRuralClass" | "parentId" | "longitude" | "latitude" | "shape">;
}

/** Changes what is written of a unit; the new version. A name it had stays as an alias, so that old registers still find it. */
export async function changeUnit(session: Session, { unitId, version, fields }: ChangeUnit): Promise<{ version: number }> {
  const { actor } = session;
  requireCapability(actor, "places.manage");
  return session.write("places.change-unit", { unitId, version, fields }, async (tx) => {
    await lockTerritory(tx, actor.orgId);
    const unit = await lockUnit(tx, actor.orgId, unitId);
    if (!unit) throw new Refusal("not_found", "place.not_found");
    if (unit.validTo !== null) throw new Refusal("conflict", "place.closed");
    expectVersion(unit, { ...fields, ...(version !== undefined && { version }) }, ["name", "code", "aliases", "urbanRuralClass", "parentId", "longitude", "latitude"]);
    const aliases = fields.name !== undefined && fields.name !== unit.name ? [...new Set([...fields.aliases ?? unit.aliases, unit.name])] : fields.aliases;
    const changed = { ...fields, ...(aliases && { aliases: aliases.filter((alias) => alias !== (fields.name ?? unit.name)) }) };
    await checkUnit(tx, actor.orgId, { ...unit, ...changed }, unitId);
    await updateUnit(tx, actor.orgId, unitId, changed);
    await recordAudit(tx, actor, { action: "place.changed", subjectKind: "place", subjectId: unitId, details: { fields: Object.keys(changed), name: changed.name ?? unit.name } });
    return { version: unit.version + 1 };
  });
}
