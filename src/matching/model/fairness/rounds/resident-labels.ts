import type { ResidentNeed } from "../../candidates/people.ts";
import type { GroupLabel } from "../../candidates/rules.ts";

/** A guarded label says nothing of fewer people than this: smaller kinds stand together. */
export const SMALLEST_GUARDED_GROUP = 5;

/** The label a resident carries when groups are told apart by it; null for none. */
export function labelsOf(residents: readonly ResidentNeed[], groupBy: GroupLabel): (string | null)[] {
  switch (groupBy) {
    case "sex": return residents.map(({ sex }) => sex);
    case "community": return residents.map(({ place: { communityId } }) => (communityId.startsWith("unknown:") ? null : communityId));
    case "disability": return withoutSmall(residents.map(({ disability = null }) => disability));
  }
}

/**
 * Small kinds are counted together as `other`. While those together are still too few, the smallest of the others joins them, so that nobody can be
 * found by taking the groups from the whole; where even all together are too few, nobody has a label.
 */
function withoutSmall(labels: readonly (string | null)[]): (string | null)[] {
  const sizes = new Map<string, number>();
  for (const label of labels) if (label !== null) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const kept = [...sizes].filter(([label, size]) => label !== "other" && size >= SMALLEST_GUARDED_GROUP).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  let together = [...sizes.values()].reduce((sum, size) => sum + size, 0) - kept.reduce((sum, [, size]) => sum + size, 0);
  while (together > 0 && together < SMALLEST_GUARDED_GROUP && kept.length > 0) together += kept.pop()![1];
  const own = new Set(kept.map(([label]) => label));
  const rest = together >= SMALLEST_GUARDED_GROUP ? "other" : null;
  return labels.map((label) => (label === null || own.has(label) ? label : rest));
}
