/** A place with a number: a community (社区) with its lanes, grids or buildings (巷、网格、楼栋) below. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  /** Where its rows are listed. */
  readonly to?: string;
  readonly parts?: readonly Place[];
  /** Only its name is drawn: its number would say nothing. */
  readonly bare?: boolean;
}

/** How dark a place is drawn: 0 for nothing, then quarters of the largest number, 1–4. */
export function tintOf(count: number, largest: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || largest <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((count / largest) * 4))) as 1 | 2 | 3 | 4;
}

/** The largest number among the lanes of all places, so that all are drawn to one scale. */
export function largestPart(places: readonly Place[]): number {
  return Math.max(0, ...places.flatMap((place) => (place.parts ?? []).map((part) => part.count)));
}

/** A name cut to what fits a tile; the whole name is in the tile's title. */
export function shortName(name: string, signs: number): string {
  const all = [...name];
  return all.length <= signs ? name : `${all.slice(0, signs - 1).join("")}…`;
}
