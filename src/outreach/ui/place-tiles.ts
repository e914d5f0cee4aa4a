/** A place as the pictures of the design system take it. */
interface Tile {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly to?: string;
  readonly parts?: readonly Tile[];
}

/** Communities and lanes with numbers, each leading to its people. */
export function tilesOf(
  places: readonly { readonly id: string; readonly name: string | null; readonly count: number; readonly lanes: readonly { readonly id: string; readonly name: string; readonly count: number }[] }[],
  nowhere: string, to: (place: { community?: string; lane?: string }) => string,
): Tile[] {
  return places.map(({ id, name, count, lanes }) => ({
    code: id, name: name ?? nowhere, count, to: to({ community: id }),
    parts: lanes.map((lane) => ({ code: lane.id, name: lane.name, count: lane.count, to: to({ lane: lane.id }) })),
  }));
}
