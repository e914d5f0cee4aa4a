import type { Point } from "./day/day.ts";

type Ring = readonly (readonly number[])[];
interface PlacedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly shape: { readonly type: "Polygon"; readonly coordinates: readonly Ring[] } | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] } | null;
}

/** Where each unit is on the map: its own point, else the middle of its outline, else that of the unit it lies in. */
export function unitPoints(units: readonly PlacedUnit[]): (id: string | null) => Point | null {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const pointOf = (id: string | null, depth = 0): Point | null => {
    const unit = id === null ? undefined : byId.get(id);
    if (!unit || depth > 8) return null;
    if (unit.longitude !== null && unit.latitude !== null) return { lon: unit.longitude, lat: unit.latitude };
    return (unit.shape && middleOf(unit.shape)) ?? pointOf(unit.parentId, depth + 1);
  };
  return pointOf;
}

/** The centre of mass of the largest ring. */
function middleOf(shape: NonNullable<PlacedUnit["shape"]>): Point | null {
  const rings = shape.type === "Polygon" ? [shape.coordinates[0]] : shape.coordinates.map(([outer]) => outer);
  const middles = rings.flatMap((ring) => (ring && ring.length > 2 ? [centroidOf(ring)] : []));
  return middles.sort((a, b) => b.area - a.area)[0]?.at ?? null;
}

function centroidOf(ring: Ring): { area: number; at: Point } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i]!, ring[(i + 1) % ring.length]!] as [number[], number[]];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += ((ax + bx) * cross) / 6;
    y += ((ay + by) * cross) / 6;
  }
  const [lon = 0, lat = 0] = ring[0]!;
  return Math.abs(area) < 1e-12 ? { area: 0, at: { lon, lat } } : { area: Math.abs(area), at: { lon: x / area, lat: y / area } };
}
