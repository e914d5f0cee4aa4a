import type { HelperOffer, ResidentNeed } from "./people.ts";
import type { MatchRules } from "./rules.ts";

const METRES_PER_DEGREE = 111_195;

/** Finds the helpers a resident's place does not already rule out, without looking at all of them. Never misses one. */
export interface NearIndex {
  /** Calls back with the index of each helper worth a look, each once, in no particular order. */
  readonly eachNear: (resident: ResidentNeed, visit: (helper: number) => void) => void;
}

/**
 * A grid of squares as wide as the largest distance allowed, and a list per community for people without coordinates.
 * Squares are measured in degrees at the latitude where they are narrowest, so that nine of them always hold the circle.
 */
export function indexByPlace(helpers: readonly HelperOffer[], residents: readonly ResidentNeed[], rules: MatchRules): NearIndex {
  const all = helpers.map((_, h) => h);
  if (!rules.hardRules.includes("distance")) return { eachNear: (_, visit) => all.forEach(visit) };
  const widest = [...helpers, ...residents].reduce((most, { place }) => Math.max(most, Math.abs(place.lat ?? 0)), 0);
  const tall = (rules.limits.maxMetres + 1) / METRES_PER_DEGREE;
  const wide = tall / Math.max(0.01, Math.cos((Math.min(89, widest) * Math.PI) / 180));
  const cells = new Map<string, number[]>();
  const placeless: number[] = [];
  const byCommunity = new Map<string, number[]>();
  helpers.forEach(({ place }, h) => {
    push(byCommunity, place.communityId, h);
    if (place.lon == null || place.lat == null) placeless.push(h);
    else push(cells, `${Math.floor(place.lon / wide)}:${Math.floor(place.lat / tall)}`, h);
  });
  const unknownAllowed = rules.limits.unknownDistance === "allow";
  const eachNear: NearIndex["eachNear"] = ({ place }, visit) => {
    const neighbours = byCommunity.get(place.communityId) ?? [];
    if (place.lon == null || place.lat == null) return void (unknownAllowed ? all : neighbours).forEach(visit);
    const [x, y] = [Math.floor(place.lon / wide), Math.floor(place.lat / tall)];
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) cells.get(`${x + dx}:${y + dy}`)?.forEach(visit);
    if (unknownAllowed) placeless.forEach(visit);
    else neighbours.filter((h) => helpers[h]!.place.lon == null || helpers[h]!.place.lat == null).forEach(visit);
  };
  return { eachNear };
}

function push(lists: Map<string, number[]>, key: string, item: number): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
