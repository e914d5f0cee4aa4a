/** A place as the pictures of the design system take it. */
interface Tile {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly to?: string;
  readonly parts?: readonly Tile[];
}

/** A community with a number, and its lanes, as the services count them. */
interface Counted {
  readonly id: string;
  readonly name: string | null;
  readonly count: number;
  readonly lanes: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

/** Without the places where nobody is left. */
export function withSomebody(places: readonly Counted[]): Counted[] {
  return places.filter(({ count }) => count > 0).map((place) => ({ ...place, lanes: place.lanes.filter(({ count }) => count > 0) }));
}

/** Communities and lanes with numbers, each leading to its people. */
export function tilesOf(
  places: readonly Counted[],
  nowhere: string, to: (place: { community?: string; lane?: string }) => string,
): Tile[] {
  return places.map(({ id, name, count, lanes }) => ({
    code: id, name: name ?? nowhere, count, to: to({ community: id }),
    parts: lanes.map((lane) => ({ code: lane.id, name: lane.name, count: lane.count, to: to({ lane: lane.id }) })),
  }));
}
