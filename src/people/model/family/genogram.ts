import type { Family, Member, Union } from "./family.ts";

/** Sizes in the units of the picture; the page draws them as it likes. */
export const SLOT = 108;
export const SYMBOL = 46;
const LABEL = 44;
const LANE = 10;

/** Somebody at their place: the middle of the symbol. */
export interface Placed extends Member {
  readonly generation: number;
  readonly x: number;
  readonly y: number;
}

export interface Point { readonly x: number; readonly y: number }

/** A line of the picture, from point to point. `ended`: a partnership that is over, crossed at its middle; `loose`: kin by words only. */
export interface Line {
  readonly kind: "couple" | "ended" | "child" | "loose";
  readonly points: readonly Point[];
}

export interface Genogram {
  readonly width: number;
  readonly height: number;
  readonly persons: readonly Placed[];
  readonly lines: readonly Line[];
  /** Around those who live together: one box where nobody else stands inside, a box each run of neighbours otherwise. */
  readonly households: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
}

/**
 * Lays a family out: a row per generation, everybody in a slot of their own, couples beside each other, children near the
 * middle of their parents. The same family always gives the same picture.
 */
export function layOutGenogram(family: Family, livingTogether: ReadonlySet<string>): Genogram {
  const rows = rowsOf(family);
  const slots = slotsOf(rows, family);
  const generations = [...rows.keys()].toSorted((a, b) => a - b);
  const heights = new Map<number, number>();
  let y = 40 + SYMBOL / 2;
  for (const generation of generations) {
    heights.set(generation, y);
    const lanes = family.unions.filter((union) => generationOf(union, family) === generation).length;
    y += SYMBOL + LABEL + 34 + lanes * LANE;
  }
  const left = Math.min(...slots.values());
  const persons = family.members.map((one): Placed => ({ ...one, x: Math.round((slots.get(one.id)! - left) * SLOT + SLOT / 2 + 16), y: heights.get(one.generation)! }));
  const at = new Map(persons.map((one) => [one.id, one]));
  const lines = [...linesOf(family, at), ...family.loose.map(({ a, b }): Line => ({ kind: "loose", points: [at.get(a)!, at.get(b)!].map(({ x, y: middle }) => ({ x, y: middle })) }))];
  return {
    persons, lines, households: boxesOf(persons, livingTogether),
    width: Math.max(...persons.map(({ x }) => x)) + SLOT / 2 + 16, height: y - 34 + 8,
  };
}

/** The generation a union's parents stand in; of brothers and sisters without noted parents, the one above them. */
function generationOf({ parents, children }: Union, { members }: Family): number {
  const of = (id: string) => members.find((one) => one.id === id)!.generation;
  return parents[0] ? of(parents[0]) : of(children[0]!) - 1;
}

/** Who stands in which row, couples beside each other; the first order is by id and is bettered by pulling families together. */
function rowsOf(family: Family): Map<number, string[][]> {
  const rows = new Map<number, string[][]>();
  for (const generation of new Set(family.members.map((one) => one.generation))) {
    const here = family.members.filter((one) => one.generation === generation);
    const couples = family.unions.filter(({ parents }) => parents.length === 2 && parents.every((id) => here.some((one) => one.id === id)));
    rows.set(generation, chainsOf(here, couples));
  }
  const generations = [...rows.keys()].toSorted((a, b) => a - b);
  for (let round = 0; round < 6; round++) for (const generation of round % 2 === 0 ? generations : generations.toReversed()) rows.set(generation, pulled(rows.get(generation)!, rows, family));
  return rows;
}

/** Chains of partners: whoever had two stands between them; a man before a woman where nothing else decides. */
function chainsOf(here: readonly Member[], couples: readonly Union[]): string[][] {
  const partners = new Map(here.map(({ id }) => [id, couples.filter(({ parents }) => parents.includes(id)).map(({ parents }) => parents.find((other) => other !== id)!)]));
  const sexOf = new Map(here.map(({ id, sex }) => [id, sex]));
  const left = new Set(here.map(({ id }) => id));
  const chains: string[][] = [];
  const starts = here.map(({ id }) => id).toSorted((a, b) => partners.get(a)!.length - partners.get(b)!.length || rank(sexOf.get(a)) - rank(sexOf.get(b)) || (a < b ? -1 : 1));
  for (const start of [...starts.filter((id) => partners.get(id)!.length <= 1), ...starts]) {
    if (!left.has(start)) continue;
    const chain: string[] = [];
    let next: string | undefined = start;
    while (next) {
      chain.push(next);
      left.delete(next);
      next = partners.get(next)!.find((id) => left.has(id));
    }
    chains.push(chain);
  }
  return chains;
}
const rank = (sex: Member["sex"] | undefined): number => (sex === "male" ? 0 : sex === null ? 1 : 2);

/** The chains of a row in the order of where their parents and children stand. */
function pulled(chains: readonly string[][], rows: ReadonlyMap<number, readonly string[][]>, { unions, members }: Family): string[][] {
  const order = new Map([...rows.values()].flatMap((row) => row.flat().map((id, index, all) => [id, index - (all.length - 1) / 2] as const)));
  const birth = new Map(members.map(({ id, birthOn }) => [id, birthOn ?? ""]));
  const pull = (id: string): number[] => unions.flatMap(({ parents, children }) => (children.includes(id) ? parents : parents.includes(id) ? children : [])).map((other) => order.get(other)!);
  const weight = (chain: readonly string[]) => { const pulls = chain.flatMap(pull); return pulls.length > 0 ? pulls.reduce((sum, value) => sum + value, 0) / pulls.length : chain.reduce((sum, id) => sum + order.get(id)!, 0) / chain.length; };
  return chains.map((chain) => ({ chain, by: weight(chain) })).toSorted((a, b) => a.by - b.by || compare(birth.get(a.chain[0]!)!, birth.get(b.chain[0]!)!) || compare(a.chain[0]!, b.chain[0]!)).map(({ chain }) => chain);
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A slot for everybody: wished for under one's parents or over one's children, moved right until nobody stands in another's. */
function slotsOf(rows: ReadonlyMap<number, readonly string[][]>, { unions }: Family): Map<string, number> {
  const slots = new Map([...rows.values()].flatMap((row) => row.flat().map((id, index) => [id, index] as const)));
  const mean = (ids: readonly string[]) => ids.reduce((sum, id) => sum + slots.get(id)!, 0) / ids.length;
  const place = (row: readonly string[][], wish: (chain: readonly string[]) => number | null) => {
    let free = Number.NEGATIVE_INFINITY;
    for (const chain of row) {
      const from = Math.max(free, Math.round((wish(chain) ?? slots.get(chain[0]!)!) * 2) / 2);
      for (const [index, id] of chain.entries()) slots.set(id, from + index);
      free = from + chain.length;
    }
  };
  const generations = [...rows.keys()].toSorted((a, b) => a - b);
  const shift = (chain: readonly string[], pulls: readonly number[]) => (pulls.length === 0 ? null : slots.get(chain[0]!)! + pulls.reduce((sum, value) => sum + value, 0) / pulls.length);
  const down = (chain: readonly string[]) => shift(chain, unions.filter(({ parents, children }) => parents.length > 0 && children.some((id) => chain.includes(id))).map(({ parents, children }) => mean(parents) - mean(children)));
  const up = (chain: readonly string[]) => shift(chain, unions.filter(({ parents, children }) => children.length > 0 && parents.some((id) => chain.includes(id))).map(({ parents, children }) => mean(children) - mean(parents)));
  for (let round = 0; round < 3; round++) {
    for (const generation of generations) place(rows.get(generation)!, down);
    for (const generation of generations.toReversed()) place(rows.get(generation)!, up);
  }
  return slots;
}

/** Couples at the height of their symbols, or over the row where somebody stands between them; children hang from a bar below. */
function linesOf(family: Family, at: ReadonlyMap<string, Placed>): Line[] {
  const lanes = new Map<number, number>();
  return family.unions.flatMap((union) => {
    const generation = generationOf(union, family);
    const lane = lanes.get(generation) ?? 0;
    lanes.set(generation, lane + 1);
    const parents = union.parents.map((id) => at.get(id)!).toSorted((a, b) => a.x - b.x);
    const children = union.children.map((id) => at.get(id)!).toSorted((a, b) => a.x - b.x);
    const couple = coupleOf(parents, union.ended, lane, [...at.values()]);
    if (children.length === 0) return couple.lines;
    const bar = children[0]!.y - SYMBOL / 2 - 12 - lane * LANE;
    const drop = couple.drop ?? { x: (children[0]!.x + children.at(-1)!.x) / 2, y: bar - 12 };
    const [from, to] = [Math.min(drop.x, children[0]!.x), Math.max(drop.x, children.at(-1)!.x)];
    return [...couple.lines, { kind: "child" as const, points: [drop, { x: drop.x, y: bar }] }, ...(from < to ? [{ kind: "child" as const, points: [{ x: from, y: bar }, { x: to, y: bar }] }] : []),
      ...children.map(({ x, y }) => ({ kind: "child" as const, points: [{ x, y: bar }, { x, y: y - SYMBOL / 2 }] }))];
  });
}

function coupleOf(parents: readonly Placed[], ended: boolean, lane: number, all: readonly Placed[]): { lines: Line[]; drop: Point | null } {
  const [first, second] = parents;
  if (!first) return { lines: [], drop: null };
  const kind = ended ? "ended" as const : "couple" as const;
  const edge = SYMBOL / 2;
  if (!second) {
    const x = first.x + SLOT / 2 - 8;
    return { lines: [{ kind: "child", points: [{ x: first.x + edge, y: first.y }, { x, y: first.y }] }], drop: { x, y: first.y } };
  }
  const between = all.some(({ y, x }) => y === first.y && x > first.x && x < second.x);
  if (!between) return { lines: [{ kind, points: [{ x: first.x + edge, y: first.y }, { x: second.x - edge, y: second.y }] }], drop: { x: (first.x + second.x) / 2, y: first.y } };
  const over = first.y - edge - 8 - lane * 4;
  const x = second.x - SLOT / 2 + 8;
  return { lines: [{ kind, points: [{ x: first.x, y: first.y - edge }, { x: first.x, y: over }, { x: second.x, y: over }, { x: second.x, y: second.y - edge }] }], drop: { x, y: over } };
}

function boxesOf(persons: readonly Placed[], living: ReadonlySet<string>): Genogram["households"] {
  const home = persons.filter(({ id }) => living.has(id));
  if (home.length < 2) return [];
  const box = (group: readonly Placed[]) => {
    const [xs, ys] = [group.map(({ x }) => x), group.map(({ y }) => y)];
    const [x, y] = [Math.min(...xs) - SLOT / 2 + 3, Math.min(...ys) - SYMBOL / 2 - 22];
    return { x, y, width: Math.max(...xs) + SLOT / 2 - 3 - x, height: Math.max(...ys) + SYMBOL / 2 + LABEL + 2 - y };
  };
  const whole = box(home);
  const inside = ({ x, y }: Placed) => x > whole.x && x < whole.x + whole.width && y > whole.y && y < whole.y + whole.height;
  if (!persons.some((one) => !living.has(one.id) && inside(one))) return [whole];
  return [...Map.groupBy(persons, ({ y }) => y).values()].flatMap((row) => {
    const runs: Placed[][] = [];
    let before: Placed | undefined;
    for (const one of row.toSorted((a, b) => a.x - b.x)) {
      if (living.has(one.id)) { if (before && living.has(before.id)) runs.at(-1)!.push(one); else runs.push([one]); }
      before = one;
    }
    return runs.map(box);
  });
}
