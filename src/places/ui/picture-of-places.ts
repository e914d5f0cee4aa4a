import type { Place } from "#platform/ui/plain.ts";
import type { Shape, Unit } from "../model/unit.ts";

/** How many are in one community and lane; null where it is not known. */
export interface CountAt { readonly communityId: string | null; readonly laneId: string | null; readonly count: number }

export interface PictureOfPlaces {
  readonly places: Place[];
  /** Outlines by unit; null when no community has one, so that the schematic is drawn. */
  readonly shapes: { type: "FeatureCollection"; features: { type: "Feature"; properties: { code: string }; geometry: Shape }[] } | null;
}

/** Counts by community and lane as the picture wants them. Units nobody is in are drawn too, so that a blank spot is seen. */
export function pictureOfPlaces(units: readonly Unit[], counts: readonly CountAt[], hrefOf: (unit: Unit) => string, { bareLanes = false } = {}): PictureOfPlaces {
  const sum = (fits: (count: CountAt) => boolean) => counts.filter(fits).reduce((total, { count }) => total + count, 0);
  const communities = units.filter(({ kind }) => kind === "community");
  const below = Map.groupBy(units.filter(({ kind }) => kind === "lane" || kind === "grid"), ({ parentId }) => parentId);
  const places = communities.map((unit): Place => ({
    code: unit.id, name: unit.name, to: hrefOf(unit), count: sum(({ communityId }) => communityId === unit.id),
    parts: (below.get(unit.id) ?? []).map((lane) => ({ code: lane.id, name: lane.name, to: hrefOf(lane), count: sum(({ laneId }) => laneId === lane.id), ...(bareLanes && { bare: true }) })),
  }));
  const drawn = communities.filter(({ shape }) => shape !== null);
  const shapes = drawn.length === 0 ? null
    : { type: "FeatureCollection" as const, features: drawn.map(({ id, shape }) => ({ type: "Feature" as const, properties: { code: id }, geometry: shape! })) };
  return { places, shapes };
}
