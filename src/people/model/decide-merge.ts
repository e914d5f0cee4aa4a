import type { PersonFields } from "./person.ts";

/** The fields a merge may fill or take over, in the order of the screen. The birth date carries its precision with it. */
export const MERGED_FIELDS = ["name", "preferredName", "sex", "birthOn", "ethnicity", "communityId", "laneId", "address", "registeredAddress", "remarks", "deceasedOn"] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

type Fields = { readonly [K in keyof PersonFields]?: PersonFields[K] | null };

/** What one field is on both sides and what it becomes. */
export interface MergeLine {
  readonly field: MergedField;
  readonly survivor: string | null;
  readonly merged: string | null;
  /** True when the merged record's value is to stand: asked for, or the survivor has none. */
  readonly taken: boolean;
}

/** Every field of two records side by side. `take`: fields in which the merged record is right. */
export function compareRecords(survivor: Fields, merged: Fields, take: ReadonlySet<string> = new Set()): MergeLine[] {
  return MERGED_FIELDS.map((field) => {
    const [left, right] = [survivor[field] ?? null, merged[field] ?? null];
    return { field, survivor: left, merged: right, taken: right !== null && right !== left && (left === null || take.has(field)) };
  });
}

/** Field → what stood there and what a merge or a completion wrote; enough to take it back. */
export type Rewritten = Readonly<Record<string, { readonly before: string | null; readonly after: string | null }>>;

/** The changes to the survivor's own row. */
export function mergedFields(survivor: Fields, merged: Fields, take: ReadonlySet<string>): Rewritten {
  const changes: Record<string, { before: string | null; after: string | null }> = {};
  for (const line of compareRecords(survivor, merged, take)) {
    if (!line.taken) continue;
    changes[line.field] = { before: line.survivor, after: line.merged };
    if (line.field === "birthOn") changes.birthPrecision = { before: survivor.birthPrecision ?? null, after: merged.birthPrecision ?? "day" };
  }
  return changes;
}

/** The blank fields of a record that other knowledge of the same person fills. */
export function filledFields(known: Fields, more: Fields): Rewritten {
  return mergedFields(known, more, new Set());
}

/** What to write back: only fields that still hold what was written; what somebody changed since stays theirs. */
export function fieldsToRestore(current: Fields, rewritten: Rewritten): Record<string, string | null> {
  const still = Object.entries(rewritten).filter(([field, { after }]) => (current[field as keyof Fields] ?? null) === after);
  const kept = new Set(still.map(([field]) => field));
  return Object.fromEntries(still.filter(([field]) => field !== "birthPrecision" || kept.has("birthOn")).map(([field, { before }]) => [field, before]));
}
