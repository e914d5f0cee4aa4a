import type { Point } from "../model/day/day.ts";
import type { ShownPlan } from "../service/plans/show-plan.ts";

interface Spot { readonly x: number; readonly y: number }

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly outlines: readonly { readonly name: string; readonly path: string; readonly at: Spot }[];
  readonly lines: readonly { readonly index: number; readonly letter: string; readonly path: string; readonly stops: readonly (Spot & { readonly rank: number })[] }[];
  readonly left: readonly Spot[];
  /** The two stops of each meeting, which stand beside each other. */
  readonly meets: readonly (readonly [Spot, Spot])[];
  readonly start: Spot;
}

const [WIDTH, EDGE, TALLEST, LEAST] = [720, 44, 560, 240];
/** Stops of one lane share a point; they are set around it so that each number can be read. */
const [APART, AROUND] = [25, 6];

/** Where everything of a plan is drawn. North is up; lengths are true to one another. */
export function layOut(plan: ShownPlan): Drawn {
  const visits = new Map(plan.visits.map((visit) => [visit.personId, visit]));
  const placed = plan.visits.filter(({ dropped }) => dropped === null).flatMap(({ at }) => at ?? []);
  const { project, height } = projection([plan.start, ...placed]);
  const taken = new Map<string, number>();
  const spread = (at: Point): Spot => {
    const { x, y } = project(at);
    const key = `${Math.round(x / APART)}:${Math.round(y / APART)}`;
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    if (nth === 0) return { x, y };
    const ring = Math.ceil(nth / AROUND);
    const angle = (nth / AROUND) * 2 * Math.PI + ring;
    return { x: clamp(x + Math.cos(angle) * APART * ring, WIDTH), y: clamp(y + Math.sin(angle) * APART * ring, height) };
  };
  const start = project(plan.start);
  taken.set(`${Math.round(start.x / APART)}:${Math.round(start.y / APART)}`, 1);
  const met = new Map<string, Spot[]>();
  const lines = plan.teams.flatMap((team, index) => {
    const tour = plan.run?.tours.find(({ teamId }) => teamId === team.id);
    const stops = (tour?.stops ?? []).flatMap(({ personId, withTeamId }, rank) => {
      const at = visits.get(personId)?.at;
      if (!at) return [];
      const spot = spread(at);
      if (withTeamId !== undefined) met.set(personId, [...met.get(personId) ?? [], spot]);
      return [{ ...spot, rank: rank + 1 }];
    });
    return stops.length === 0 ? [] : [{ index, letter: team.letter, stops, path: pathOf([start, ...stops, start]) }];
  });
  const left = plan.visits.filter(({ left: reason, dropped, at }) => reason !== null && dropped === null && at !== null).map(({ at }) => spread(at!));
  const outlines = plan.outlines.map(({ name, shape }) => {
    const rings = (shape.type === "Polygon" ? shape.coordinates.slice(0, 1) : shape.coordinates.map(([outer]) => outer ?? [])).map((ring) => ring.map(([lon = 0, lat = 0]) => project({ lon, lat })));
    const all = rings.flat();
    const middle = { x: clamp(all.reduce((sum, { x }) => sum + x, 0) / Math.max(1, all.length), WIDTH), y: clamp(Math.min(...all.map(({ y }) => y)) + 22, height) };
    return { name, at: middle, path: rings.map((ring) => `${pathOf(ring)} Z`).join(" ") };
  });
  const meets = [...met.values()].flatMap(([a, b]): [Spot, Spot][] => (a && b ? [[a, b]] : []));
  return { width: WIDTH, height, outlines, lines, left, meets, start };
}

const clamp = (value: number, size: number): number => Math.min(size - EDGE / 2, Math.max(EDGE / 2, value));
const pathOf = (spots: readonly Spot[]): string => spots.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");

function projection(points: readonly Point[]): { project: (point: Point) => Spot; height: number } {
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, tall] = [Math.max(1e-4, (east - west) * squeeze), Math.max(1e-4, north - south)];
  const scale = Math.min((WIDTH - 2 * EDGE) / wide, (TALLEST - 2 * EDGE) / tall);
  const height = Math.max(LEAST, Math.round(tall * scale + 2 * EDGE));
  const [padX, padY] = [(WIDTH - wide * scale) / 2, (height - tall * scale) / 2];
  return { height, project: ({ lon, lat }) => ({ x: padX + (lon - west) * squeeze * scale, y: padY + (north - lat) * scale }) };
}
