import type { HelperOffer, ResidentNeed } from "./people.ts";

/** Pairs named by either side, by index. */
export function pairsNamed(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], byResident: (r: ResidentNeed) => readonly string[], byHelper: (h: HelperOffer) => readonly string[]): ReadonlyMap<number, ReadonlySet<number>> {
  const [residentAt, helperAt] = [new Map(residents.map(({ id }, r) => [id, r])), new Map(helpers.map(({ id }, h) => [id, h]))];
  const pairs = new Map<number, Set<number>>();
  const note = (r: number | undefined, h: number | undefined) => {
    if (r !== undefined && h !== undefined) pairs.set(r, (pairs.get(r) ?? new Set()).add(h));
  };
  residents.forEach((resident, r) => { for (const id of byResident(resident)) note(r, helperAt.get(id)); });
  helpers.forEach((helper, h) => { for (const id of byHelper(helper)) note(residentAt.get(id), h); });
  return pairs;
}
