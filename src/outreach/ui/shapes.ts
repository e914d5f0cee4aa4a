import type { PlaceShapes } from "#platform/ui/picture/map-canvas.ts";
import type { Community } from "../service/segments/list-communities.ts";

/** The outlines of communities for a map; null when none is known, then the plain picture stands in. */
export function shapesOf(communities: readonly Community[]): PlaceShapes | null {
  const features = communities.flatMap(({ id, shape }) => (shape ? [{ type: "Feature" as const, properties: { code: id }, geometry: shape }] : []));
  return features.length > 0 ? { type: "FeatureCollection", features: features as unknown as PlaceShapes["features"] } : null;
}
