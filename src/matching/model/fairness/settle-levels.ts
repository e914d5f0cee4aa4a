import type { FaceSide } from "./face.ts";
import { Rerouter } from "./reroute.ts";
import { cheapest } from "./settle-cost.ts";

/** Prices that prove how few pairs of one level there can be, given the levels above. People not named have price 0. */
export interface LevelPrices {
  readonly level: number;
  readonly residents: Int32Array;
  readonly residentPrice: Int32Array;
  readonly helpers: Int32Array;
  readonly helperPrice: Int32Array;
}

/** Which band of cost a pair belongs to; the higher, the worse. */
function levelOf(cost: number, bandWidth: number): number {
  return Math.floor(cost / bandWidth);
}

/** From so many pairs of one level on, one solve for all is quicker than a search for each. Chosen by measurement. */
const MANY = 200;

/** From the worst level down: as few pairs of it as the levels above allow. Levels that nobody's price speaks of are left out of the proof. */
export function settleLevels(side: FaceSide, bandWidth: number): LevelPrices[] {
  const rerouter = new Rerouter(side);
  const edges = [...side.cost.keys()].sort((a, b) => side.cost[b]! - side.cost[a]! || a - b);
  const proof: LevelPrices[] = [];
  for (let at = 0, end = 0; at < edges.length; at = end) {
    const level = levelOf(side.cost[edges[at]!]!, bandWidth);
    while (end < edges.length && levelOf(side.cost[edges[end]!]!, bandWidth) === level) end++;
    const some = edges.slice(at, end).filter((e) => side.open[e] === 1);
    const prices = some.length < MANY ? settleFew(side, rerouter, some) : settleMany(side, some);
    if ([...prices.values()].some((price) => price !== 0)) proof.push(named(side, level, prices));
  }
  return proof;
}

/** Prices by node, rows first. */
function settleFew(side: FaceSide, rerouter: Rerouter, edges: readonly number[]): Map<number, number> {
  rerouter.avoid(edges);
  const prices = new Map<number, number>();
  for (const node of rerouter.moved) prices.set(node, node < side.rows.length ? -rerouter.potential[node]! : rerouter.potential[node]!);
  rerouter.settle(edges);
  return prices;
}

function settleMany(side: FaceSide, edges: readonly number[]): Map<number, number> {
  const { rows, cols, rowStart, col, open, load, low, high } = side;
  const cost = new Int32Array(col.length);
  for (const e of edges) cost[e] = 1;
  const { rowPrice, colPrice } = cheapest(side, cost, edges.length + 1);
  for (let i = 0; i < rows.length; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (open[e] === 1 && cost[e] !== rowPrice[i]! + colPrice[col[e]!]!) open[e] = 0;
  }
  for (let j = 0; j < cols.length; j++) if (colPrice[j] !== 0) low[j] = high[j] = load[j]!;
  return new Map([...rowPrice.entries(), ...[...colPrice].map((price, j): [number, number] => [rows.length + j, price])]);
}

function named({ residentsAreRows, rows, cols }: FaceSide, level: number, prices: ReadonlyMap<number, number>): LevelPrices {
  const nodes = [...prices.keys()].filter((node) => prices.get(node) !== 0).sort((a, b) => a - b);
  const [row, col] = [nodes.filter((node) => node < rows.length), nodes.filter((node) => node >= rows.length)];
  const [rowPeople, colPeople] = [Int32Array.from(row, (node) => rows[node]!), Int32Array.from(col, (node) => cols[node - rows.length]!)];
  const [rowPrice, colPrice] = [Int32Array.from(row, (node) => prices.get(node)!), Int32Array.from(col, (node) => prices.get(node)!)];
  return residentsAreRows
    ? { level, residents: rowPeople, residentPrice: rowPrice, helpers: colPeople, helperPrice: colPrice }
    : { level, residents: colPeople, residentPrice: colPrice, helpers: rowPeople, helperPrice: rowPrice };
}
