import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { insertSuccessions, moveChildren } from "../store/successions.ts";
import { listUnits, lockTerritory, lockUnit, updateUnit } from "../store/units.ts";

export interface CloseUnit {
  readonly unitId: string;
  readonly version?: number | undefined;
  /** First day on which it is no longer there. */
  readonly on: string;
  /** What it became: one when merged into another, several when split; none when it simply went. */
  readonly successorIds: readonly string[];
  /** Where what lies in it belongs from now on. Needed when something does; with one successor that is it. */
  readonly childrenTo?: string | null | undefined;
}

/** Revokes a unit (撤销) on a day and says what it became. Its code may be given out again afterwards. */
export async function closeUnit(session: Session, input: CloseUnit): Promise<{ movedChildren: number }> {
  const { actor } = session;
  requireCapability(actor, "places.manage");
  const { unitId, version, on, successorIds } = input;
  return session.write("places.close-unit", input, async (tx) => {
    await lockTerritory(tx, actor.orgId);
    const unit = await lockUnit(tx, actor.orgId, unitId);
    if (!unit) throw new Refusal("not_found", "place.not_found");
    if (unit.validTo !== null) throw new Refusal("conflict", "place.closed");
    expectVersion(unit, version === undefined ? {} : { version }, []);
    if (on <= unit.validFrom) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "on", reason: "place.closed_before_begin" }] });
    const successors = await listUnits(tx, actor.orgId, { ids: successorIds });
    const unfit = successorIds.includes(unitId) || successors.length !== new Set(successorIds).size || successors.some((one) => one.kind !== unit.kind || one.validTo !== null);
    if (unfit) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "successorIds", reason: "place.successor_unfit" }] });
    const children = (await listUnits(tx, actor.orgId, { parentId: unitId })).filter(({ validTo }) => validTo === null);
    const childrenTo = input.childrenTo ?? (successors.length === 1 ? successors[0]!.id : null);
    if (children.length > 0 && (childrenTo === null || !successors.some(({ id }) => id === childrenTo))) throw new Refusal("conflict", "place.has_children", { params: { count: children.length } });
    const movedChildren = children.length > 0 ? await moveChildren(tx, actor.orgId, unitId, childrenTo!) : 0;
    await updateUnit(tx, actor.orgId, unitId, { validTo: on });
    await insertSuccessions(tx, actor.orgId, unitId, [...new Set(successorIds)], on);
    await recordAudit(tx, actor, { action: "place.closed", subjectKind: "place", subjectId: unitId, details: { on, successorIds, movedChildren } });
    return { movedChildren };
  });
}
