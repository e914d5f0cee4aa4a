import { METRES_PER_DEGREE } from "./closeness.ts";
import type { HelperOffer, Place, ResidentNeed } from "./people.ts";
import { reachMetres } from "./rules.ts";
import type { MatchRules } from "./rules.ts";

/** Helpers in an order in which those who are near each other stand together. */
export interface NearOrder {
  /** Index of the helper at each place of the order. */
  readonly order: Int32Array;
  /** Fills `ranges` with stretches of the order, `from, to, from, to …`, that hold every helper the place does not rule out; says how many numbers. */
  readonly rangesAround: (place: Place, ranges: Int32Array) => number;
}

/** Squares to a side of the reach: small ones hold the circle more closely, many cost look-ups. */
const PER_REACH = 3;
const MOST_SQUARES = 1 << 20;

/**
 * A grid of squares, several to the reach, measured in degrees at the latitude where they are narrowest, so that the block around a square
 * always holds the circle. Squares of one column stand together, so a block is as many stretches as it has columns; who has no coordinates comes last.
 */
export function orderByPlace(helpers: readonly HelperOffer[], residents: readonly ResidentNeed[], rules: MatchRules, mayBe: (helper: HelperOffer) => boolean): NearOrder {
  const there = [...helpers.keys()].filter((h) => mayBe(helpers[h]!));
  const placed = there.filter((h) => helpers[h]!.place.lat != null && helpers[h]!.place.lon != null);
  if (!rules.hardRules.includes("distance") || placed.length === 0) return { order: Int32Array.from(there), rangesAround: (_, ranges) => oneRange(ranges, 0, there.length) };
  const grid = gridOver(placed.map((h) => helpers[h]!.place), [...helpers, ...residents], reachMetres(rules.limits));
  const square = new Float64Array(helpers.length).fill(Infinity);
  for (const h of placed) square[h] = grid.squareOf(helpers[h]!.place);
  const order = Int32Array.from(there).sort((a, b) => square[a]! - square[b]! || a - b);
  const start = new Int32Array(grid.columns * grid.rows + 1);
  for (const h of placed) start[square[h]! + 1]!++;
  for (let s = 0; s < start.length - 1; s++) start[s + 1]! += start[s]!;
  const rangesAround: NearOrder["rangesAround"] = (place, ranges) => {
    if (place.lon == null || place.lat == null) return oneRange(ranges, 0, order.length);
    const [x, y] = [grid.column(place.lon), grid.row(place.lat)];
    const [low, high] = [Math.max(0, y - grid.span), Math.min(grid.rows - 1, y + grid.span)];
    let count = oneRange(ranges, placed.length, order.length);
    if (low > high) return count;
    for (let column = Math.max(0, x - grid.span); column <= Math.min(grid.columns - 1, x + grid.span); column++) {
      ranges[count++] = start[column * grid.rows + low]!;
      ranges[count++] = start[column * grid.rows + high + 1]!;
    }
    return count;
  };
  return { order, rangesAround };
}

/** Numbers `rangesAround` may write at most. */
export const MOST_RANGES = 4 * (PER_REACH + 2);

function oneRange(ranges: Int32Array, from: number, to: number): number {
  ranges[0] = from;
  ranges[1] = to;
  return 2;
}

function gridOver(places: readonly Place[], everybody: readonly { readonly place: Place }[], reach: number) {
  const widest = everybody.reduce((most, { place }) => Math.max(most, Math.abs(place.lat ?? 0)), 0);
  const narrow = Math.max(0.01, Math.cos((Math.min(89, widest) * Math.PI) / 180));
  const [west, east] = [places.reduce((least, { lon }) => Math.min(least, lon!), Infinity), places.reduce((most, { lon }) => Math.max(most, lon!), -Infinity)];
  const [south, north] = [places.reduce((least, { lat }) => Math.min(least, lat!), Infinity), places.reduce((most, { lat }) => Math.max(most, lat!), -Infinity)];
  let tall = (reach + 1) / METRES_PER_DEGREE / PER_REACH;
  const squares = () => (Math.floor((east - west) / (tall / narrow)) + 1) * (Math.floor((north - south) / tall) + 1);
  while (squares() > MOST_SQUARES) tall *= 2;
  const column = (lon: number) => Math.floor((lon - west) / (tall / narrow));
  const row = (lat: number) => Math.floor((lat - south) / tall);
  const [columns, rows] = [column(east) + 1, row(north) + 1];
  const span = Math.ceil((reach + 1) / METRES_PER_DEGREE / tall);
  return { column, row, columns, rows, span, squareOf: ({ lon, lat }: Place) => column(lon!) * rows + row(lat!) };
}
