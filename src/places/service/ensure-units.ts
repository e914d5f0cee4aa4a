import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { unitMeant } from "../model/same-name.ts";
import type { UnitKind } from "../model/unit-kinds.ts";
import { deleteUnit, insertUnits, listUnits, lockTerritory, unitIdsOfSource, type UnitToAdd } from "../store/units.ts";

/** A unit a register speaks of. */
export interface WantedUnit {
  readonly kind: UnitKind;
  readonly name: string;
  /** Where it lies; without one, any unit of this kind and name is meant, and a new one lies nowhere yet. */
  readonly parentId?: string | null | undefined;
}

/** Finds units by name or alias, and adds those that are missing, valid from today; their ids in the order asked. */
export async function ensureUnits(session: Session, tx: Tx, wanted: readonly WantedUnit[], { sourceId = null }: { sourceId?: string | null } = {}): Promise<string[]> {
  const { actor: { orgId, capabilities }, today } = session;
  if (!capabilities.has("places.manage") && !capabilities.has("register.import")) throw new Refusal("forbidden", "access.not_allowed");
  await lockTerritory(tx, orgId);
  const known = new Map<string, { id: string; name: string; aliases: readonly string[]; parentId: string | null }[]>();
  for (const unit of await listUnits(tx, orgId, { on: today, kinds: [...new Set(wanted.map(({ kind }) => kind))] })) {
    known.set(unit.kind, [...known.get(unit.kind) ?? [], unit]);
  }
  const missing: (UnitToAdd & { id: string })[] = [];
  const ids = wanted.map(({ kind, name, parentId }) => {
    const around = (known.get(kind) ?? []).filter((unit) => !parentId || unit.parentId === parentId);
    const meant = unitMeant(name, around);
    if (meant) return meant.id;
    const unit = { id: randomUUID() as string, kind, name: name.trim(), parentId: parentId ?? null, validFrom: today };
    missing.push(unit);
    known.set(kind, [...known.get(kind) ?? [], { ...unit, aliases: [] }]);
    return unit.id;
  });
  await insertUnits(tx, orgId, missing, { source: "register", sourceId });
  await recordAudit(tx, session.actor, missing.map(({ id, kind, name }) => ({ action: "place.added", subjectKind: "place", subjectId: id, details: { kind, name, sourceId } })));
  return ids;
}

/** Takes back the units a source added, as far as nobody refers to them; how many went. */
export async function undoUnitsOfSource(session: Session, tx: Tx, sourceId: string): Promise<number> {
  const { actor } = session;
  if (!actor.capabilities.has("places.manage") && !actor.capabilities.has("register.import")) throw new Refusal("forbidden", "access.not_allowed");
  const removed: string[] = [];
  for (const id of await unitIdsOfSource(tx, actor.orgId, sourceId)) if (await deleteUnit(tx, actor.orgId, id)) removed.push(id);
  await recordAudit(tx, actor, removed.map((subjectId) => ({ action: "place.removed", subjectKind: "place", subjectId, details: { sourceId } })));
  return removed.length;
}
