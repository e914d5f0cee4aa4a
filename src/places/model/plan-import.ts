import { codeFault, parentCode } from "./division-code.ts";
import type { RowFault, UnitDraft } from "./import-draft.ts";
import { stemOfName, unitMeant } from "./same-name.ts";
import { fitsUnder, standsOn, type Unit } from "./unit.ts";
import { UNIT_KINDS, type UnitKind } from "./unit-kinds.ts";

/** What the acceptance of one row would do. */
export interface PlannedUnit {
  readonly draft: UnitDraft;
  readonly action: "add" | "change" | "same";
  /** The unit it is, when it is there already. */
  readonly unitId: string | null;
  /** Where it lies: a unit that is there, or an earlier row of the same file. */
  readonly parent: { readonly unitId: string } | { readonly row: number } | null;
  /** Fields that become something else. */
  readonly changes: readonly ("name" | "code" | "aliases" | "urbanRuralClass" | "point" | "shape" | "parent")[];
}

export interface ImportPlan { readonly units: readonly PlannedUnit[]; readonly faults: readonly RowFault[] }

/** A unit that others may lie in, from the territory or from the file. */
interface Candidate { readonly kind: UnitKind; readonly name: string; readonly aliases: readonly string[]; readonly code: string | null; readonly at: NonNullable<PlannedUnit["parent"]>; readonly unit: Unit | null }

/** Compares a file with the units standing on a day. Parents come before what lies in them, whatever the order of the file. */
export function planImport(drafts: readonly UnitDraft[], known: readonly Unit[], on: string): ImportPlan {
  const territory = new Territory();
  for (const unit of known) if (standsOn(unit, on)) territory.add({ ...unit, at: { unitId: unit.id }, unit });
  const ordered = drafts.toSorted((a, b) => UNIT_KINDS.indexOf(a.kind) - UNIT_KINDS.indexOf(b.kind) || a.row - b.row);
  const units: PlannedUnit[] = [];
  const faults: RowFault[] = [];
  for (const draft of ordered) {
    const result = planRow(draft, territory);
    if ("reason" in result) faults.push(result);
    else {
      units.push(result);
      if (result.unitId === null) territory.add({ ...draft, at: { row: draft.row }, unit: null });
    }
  }
  return { units, faults: faults.toSorted((a, b) => a.row - b.row) };
}

/** Everything a row may refer to, looked up by code and by the stem of a name. */
class Territory {
  readonly #byCode = new Map<string, Candidate>();
  readonly #byStem = new Map<string, Candidate[]>();
  readonly #taken = new Set<string>();

  add(candidate: Candidate): void {
    if (candidate.code !== null) this.#byCode.set(candidate.code, candidate);
    for (const stem of new Set([candidate.name, ...candidate.aliases].map(stemOfName))) this.#byStem.set(stem, [...this.#byStem.get(stem) ?? [], candidate]);
  }

  withCode(code: string): Candidate | undefined {
    return this.#byCode.get(code);
  }

  /** The one among those that fit whom a name means. */
  meant(name: string, fits: (candidate: Candidate) => boolean): Candidate | undefined {
    return unitMeant(name, (this.#byStem.get(stemOfName(name)) ?? []).filter(fits)) ?? undefined;
  }

  /** True at the second asking. */
  takenAlready(key: string): boolean {
    const taken = this.#taken.has(key);
    this.#taken.add(key);
    return taken;
  }
}

function planRow(draft: UnitDraft, territory: Territory): PlannedUnit | RowFault {
  const fault = (reason: RowFault["reason"], text: string): RowFault => ({ row: draft.row, reason, text });
  const above = findParent(draft, territory);
  if (above === "missing") return fault("place.parent_unknown", draft.parent ?? draft.code ?? "");
  if (above && !fitsUnder(draft.kind, above.kind)) return fault("place.parent_not_wider", above.name);
  const wrong = draft.code === null ? null : codeFault(draft.code, draft.kind, above?.code ?? null);
  if (wrong) return fault(wrong, draft.code!);
  const parent = above?.at ?? null;
  const twiceByName = territory.takenAlready(`${draft.kind} ${draft.name} ${JSON.stringify(parent)}`);
  const twiceByCode = draft.code !== null && territory.takenAlready(draft.code);
  if (twiceByName || twiceByCode) return fault("place.twice_in_file", draft.name);
  const unit = findUnit(draft, parent, territory);
  if (unit && draft.code !== null && unit.code !== null && unit.code !== draft.code) return fault("place.name_has_other_code", unit.code);
  const changes = unit ? changesOf(draft, unit, parent) : [];
  return { draft, unitId: unit?.id ?? null, parent, changes, action: unit ? (changes.length > 0 ? "change" : "same") : "add" };
}

function findParent({ parent, code, kind }: UnitDraft, territory: Territory): Candidate | "missing" | null {
  const wanted = parent ?? (code === null ? null : parentCode(code));
  const found = wanted === null ? undefined : /^\d{12}$/.test(wanted) ? territory.withCode(wanted) : territory.meant(wanted, (candidate) => fitsUnder(kind, candidate.kind));
  if (found) return found;
  const needsOne = kind === "lane" || kind === "grid" || kind === "building";
  return parent !== null || needsOne ? "missing" : null;
}

function findUnit(draft: UnitDraft, parent: PlannedUnit["parent"], territory: Territory): Unit | null {
  const byCode = draft.code === null ? undefined : territory.withCode(draft.code);
  if (byCode?.unit) return byCode.unit;
  if (parent && "row" in parent) return null;
  const around = (candidate: Candidate) => candidate.kind === draft.kind && candidate.unit !== null && (parent === null || candidate.unit.parentId === parent.unitId || candidate.unit.parentId === null);
  return territory.meant(draft.name, around)?.unit ?? null;
}

function changesOf(draft: UnitDraft, unit: Unit, parent: PlannedUnit["parent"]): PlannedUnit["changes"] {
  const changes: PlannedUnit["changes"][number][] = [];
  if (draft.code !== null && draft.code !== unit.code) changes.push("code");
  if (draft.name !== unit.name && draft.code !== null) changes.push("name");
  if (draft.aliases.some((alias) => !unit.aliases.includes(alias))) changes.push("aliases");
  if (draft.urbanRuralClass !== null && draft.urbanRuralClass !== unit.urbanRuralClass) changes.push("urbanRuralClass");
  if (draft.longitude !== null && (draft.longitude !== unit.longitude || draft.latitude !== unit.latitude)) changes.push("point");
  if (draft.shape !== null && JSON.stringify(draft.shape) !== JSON.stringify(unit.shape)) changes.push("shape");
  if (parent !== null && !("unitId" in parent && parent.unitId === unit.parentId)) changes.push("parent");
  return changes;
}
