import type { FieldFault } from "#kernel/refusal.ts";
import type { Shape } from "./unit.ts";
import type { UnitKind } from "./unit-kinds.ts";

/** One unit as a file gives it, before anybody compares it with what is there. */
export interface UnitDraft {
  /** Row of the file as the person sees it, from 1; of GeoJSON the number of the feature. */
  readonly row: number;
  readonly kind: UnitKind;
  readonly name: string;
  readonly code: string | null;
  /** Name or code of the unit it lies in. */
  readonly parent: string | null;
  readonly aliases: readonly string[];
  readonly urbanRuralClass: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly shape: Shape | null;
}

/** A row that cannot go in: which, and why as a message key. */
export interface RowFault {
  readonly row: number;
  readonly reason: FieldFault["reason"];
  /** What stood there. */
  readonly text: string;
}

export interface ReadDrafts {
  readonly drafts: readonly UnitDraft[];
  readonly faults: readonly RowFault[];
}
