import { distanceMetres, METRES_PER_DEGREE } from "../candidates/closeness.ts";
import type { HelperOffer, Place } from "../candidates/people.ts";

/** A helper with how far they live; null where that cannot be known. */
export interface NearHelper {
  readonly helper: number;
  readonly metres: number | null;
}

/** Helpers to a square, more or less. */
const PER_SQUARE = 24;

/** The nearest helpers to any place: who lives farther comes later, who lives nobody knows where last; of equals the first by number. */
export function nearestAmong(helpers: readonly HelperOffer[]): (place: Place, most: number) => NearHelper[] {
  const everybody = [...helpers.keys()];
  const placed = everybody.filter((h) => isPlaced(helpers[h]!.place));
  const placeless = everybody.filter((h) => !isPlaced(helpers[h]!.place));
  const squares = layGrid(placed, helpers);
  return (place, most) => {
    const sorted = (list: readonly number[]) => nearestFirst(list, (h) => distanceMetres(place, helpers[h]!.place), most);
    if (!isPlaced(place)) return sorted(everybody);
    const near = sorted([...squares.around(place, most), ...placeless.filter((h) => helpers[h]!.place.communityId === place.communityId)]);
    if (near.length === most || placeless.length === 0) return near;
    const known = new Set(near.map(({ helper }) => helper));
    return [...near, ...sorted(placeless.filter((h) => !known.has(h))).slice(0, most - near.length)];
  };
}

const isPlaced = ({ lon, lat }: Place) => lon != null && lat != null;

/** More metres than the earth is round, and more helpers than there are people: both fit into one number, which sorts without asking anybody. */
const [NOWHERE, MANY] = [2 ** 26, 2 ** 26];

function nearestFirst(list: readonly number[], metresTo: (helper: number) => number | null, most: number): NearHelper[] {
  const keys = new Float64Array(list.length);
  for (let k = 0; k < list.length; k++) keys[k] = (metresTo(list[k]!) ?? NOWHERE) * MANY + list[k]!;
  keys.sort();
  return Array.from(keys.subarray(0, most), (key): NearHelper => {
    const [metres, helper] = [Math.floor(key / MANY), key % MANY];
    return { helper, metres: metres === NOWHERE ? null : metres };
  });
}

function layGrid(placed: readonly number[], helpers: readonly HelperOffer[]) {
  const places = placed.map((h) => helpers[h]!.place);
  const [west, south] = [places.reduce((least, { lon }) => Math.min(least, lon!), Infinity), places.reduce((least, { lat }) => Math.min(least, lat!), Infinity)];
  const [wide, tall] = [places.reduce((most, { lon }) => Math.max(most, lon! - west), 0), places.reduce((most, { lat }) => Math.max(most, lat! - south), 0)];
  const side = Math.max(1e-6, Math.sqrt(((wide || 1e-6) * (tall || 1e-6) * PER_SQUARE) / Math.max(1, placed.length)), Math.max(wide, tall) / 2000);
  const [columns, rows] = [Math.floor(wide / side) + 1, Math.floor(tall / side) + 1];
  const squares = new Map<number, number[]>();
  const squareOf = (x: number, y: number) => x * rows + y;
  for (const h of placed) {
    const key = squareOf(Math.floor((helpers[h]!.place.lon! - west) / side), Math.floor((helpers[h]!.place.lat! - south) / side));
    const list = squares.get(key);
    if (list) list.push(h);
    else squares.set(key, [h]);
  }
  return {
    /** Everybody who may be among the nearest, and some more: rings of squares until there are enough, then as many as a circle around those needs. */
    around(place: Place, most: number): number[] {
      if (placed.length === 0) return [];
      const [x, y] = [Math.floor((place.lon! - west) / side), Math.floor((place.lat! - south) / side)];
      const found: number[] = [];
      const outermost = Math.max(x, columns - 1 - x, y, rows - 1 - y, 0);
      const first = Math.max(-x, x - (columns - 1), -y, y - (rows - 1), 0);
      const narrow = Math.max(0.01, Math.cos((Math.min(89, Math.abs(south) + tall) * Math.PI) / 180));
      let [last, enough] = [outermost, false];
      for (let ring = first; ring <= last; ring++) {
        for (const square of ringOf(x, y, ring, columns, rows)) found.push(...(squares.get(squareOf(...square)) ?? []));
        if (enough || found.length < most) continue;
        enough = true;
        const farthest = found.reduce((far, h) => Math.max(far, distanceMetres(place, helpers[h]!.place)!), 0);
        last = Math.min(outermost, Math.max(ring, Math.ceil((farthest + 1) / (side * narrow * METRES_PER_DEGREE)) + 1));
      }
      return found;
    },
  };
}

/** The squares of a ring that are on the grid; what lies beyond it costs nothing, however far away somebody lives. */
function* ringOf(x: number, y: number, ring: number, columns: number, rows: number): Generator<readonly [number, number]> {
  for (let dx = Math.max(-ring, -x); dx <= Math.min(ring, columns - 1 - x); dx++) {
    const edge = Math.abs(dx) === ring;
    if (edge) for (let dy = Math.max(-ring, -y); dy <= Math.min(ring, rows - 1 - y); dy++) yield [x + dx, y + dy];
    else for (const dy of [-ring, ring]) if (y + dy >= 0 && y + dy < rows) yield [x + dx, y + dy];
  }
}
