/** A community with a number, and its lanes. `id` is `none` where no community is known. */
export interface PlaceCount {
  readonly id: string;
  readonly name: string | null;
  readonly count: number;
  readonly lanes: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

/** Adds up lines by community and lane; the largest community first, those without a community last. */
export function gatherPlaces(
  lines: readonly { readonly communityId: string | null; readonly laneId: string | null; readonly count: number }[],
  names: ReadonlyMap<string, { readonly name: string }>,
  empty: readonly { readonly id: string; readonly name: string }[] = [],
): PlaceCount[] {
  const places = new Map<string, { id: string; name: string | null; count: number; lanes: Map<string, number> }>();
  const placeOf = (id: string, name: string | null) => {
    const place = places.get(id) ?? { id, name, count: 0, lanes: new Map<string, number>() };
    places.set(id, place);
    return place;
  };
  for (const { id, name } of empty) placeOf(id, name);
  for (const { communityId, laneId, count } of lines) {
    const place = placeOf(communityId ?? "none", communityId === null ? null : (names.get(communityId)?.name ?? null));
    place.count += count;
    if (laneId !== null) place.lanes.set(laneId, (place.lanes.get(laneId) ?? 0) + count);
  }
  return [...places.values()]
    .map((place) => ({ ...place, lanes: [...place.lanes].map(([id, count]) => ({ id, name: names.get(id)?.name ?? "", count })).toSorted((a, b) => b.count - a.count || order(a.name, b.name)) }))
    .toSorted((a, b) => Number(a.name === null) - Number(b.name === null) || b.count - a.count || order(a.name ?? "", b.name ?? ""));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
