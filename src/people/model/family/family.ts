import type { Sex } from "../terms.ts";
import { GENERATION, kinOf, type Kin } from "./kin.ts";

/** One person of a family picture. Somebody known by name only has the id of the relationship. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthOn: string | null;
  readonly deceasedOn: string | null;
  readonly disabled: boolean;
}

/** What one is to another, as it was written down: `b` is the `relation` of `a`. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly relation: string;
  readonly ended: boolean;
}

/** A couple, a single parent, or brothers and sisters whose parents nobody has noted; and the children. */
export interface Union {
  readonly parents: readonly string[];
  readonly children: readonly string[];
  /** Their marriage or partnership is over. */
  readonly ended: boolean;
}

/** A family ready to be laid out: everybody with a generation, and how they belong together. */
export interface Family {
  readonly centre: string;
  readonly members: readonly (Member & { readonly generation: number })[];
  readonly unions: readonly Union[];
  /** Kin for whom the words do not say through whom: an aunt, a grandmother on an unknown side. */
  readonly loose: readonly { readonly a: string; readonly b: string; readonly relation: string }[];
}

type Pair = readonly [string, string];
const keyOf = (...ids: readonly string[]): string => ids.toSorted().join(" ");

/**
 * Makes a family of who is what to whom. Everything is ordered by id, so the same facts give the same picture; a tie that
 * contradicts the generations known before is shown as loose kin. Brothers and sisters hang from the parents noted for one of them.
 */
export function familyOf(centre: string, members: readonly Member[], ties: readonly Tie[]): Family {
  const known = new Set(members.map(({ id }) => id));
  const kin = ties.filter(({ a, b }) => a !== b && known.has(a) && known.has(b)).flatMap((tie) => { const is = kinOf(tie.relation); return is ? [{ ...tie, ...is }] : []; })
    .toSorted((x, y) => compare(`${x.a} ${x.b} ${x.relation}`, `${y.a} ${y.b} ${y.relation}`));
  const generations = generationsOf(centre, kin);
  const fits = ({ a, b, kind }: (typeof kin)[number]) => generations.has(a) && generations.has(b) && GENERATION[kind] === generations.get(b)! - generations.get(a)!;
  const near = kin.filter(fits);
  const unions = unionsOf(near);
  const joined = new Set(pairsIn(unions));
  const loose = kin.filter((tie) => generations.has(tie.a) && generations.has(tie.b) && !joined.has(keyOf(tie.a, tie.b)));
  const sexes = new Map(kin.flatMap(({ b, sex }) => (sex ? [[b, sex] as const] : [])));
  return {
    centre, unions, loose: uniqueBy(loose.map(({ a, b, relation }) => ({ a, b, relation })), ({ a, b }) => keyOf(a, b)),
    members: members.filter(({ id }) => generations.has(id)).toSorted((x, y) => compare(x.id, y.id)).map((one) => ({ ...one, sex: one.sex ?? sexes.get(one.id) ?? null, generation: generations.get(one.id)! })),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Generations by walking out from the centre, the nearest first. */
function generationsOf(centre: string, kin: readonly { a: string; b: string; kind: Kin["kind"] }[]): Map<string, number> {
  const found = new Map([[centre, 0]]);
  const queue = [centre];
  for (const id of queue) {
    for (const { a, b, kind } of kin) {
      const [from, to, step] = a === id ? [a, b, GENERATION[kind]!] : b === id ? [b, a, -GENERATION[kind]!] : [id, id, 0];
      if (from === to || found.has(to)) continue;
      found.set(to, found.get(from)! + step);
      queue.push(to);
    }
  }
  return found;
}

function unionsOf(near: readonly { a: string; b: string; kind: Kin["kind"]; ended: boolean }[]): Union[] {
  const parentsOf = new Map<string, Set<string>>();
  const add = (child: string, parent: string) => parentsOf.set(child, (parentsOf.get(child) ?? new Set()).add(parent));
  for (const { a, b, kind } of near) if (kind === "parent") add(a, b); else if (kind === "child") add(b, a);
  const siblings = groupsOf(near.filter(({ kind }) => kind === "sibling").map(({ a, b }) => [a, b] as const));
  const together = new Map<string, Union>();
  const put = (parents: readonly string[], children: readonly string[], ended = false, name = "") => {
    const key = keyOf(...parents) || `siblings ${name}`;
    const before = together.get(key) ?? { parents: parents.toSorted(), children: [], ended: false };
    together.set(key, { ...before, children: [...new Set([...before.children, ...children])].toSorted(), ended: before.ended || ended });
  };
  for (const group of siblings) {
    const noted = group.map((id) => parentsOf.get(id)).filter((set) => set !== undefined).toSorted((x, y) => y.size - x.size || compare(keyOf(...x), keyOf(...y)))[0];
    for (const id of group) if (!parentsOf.has(id) && noted) parentsOf.set(id, noted);
    if (!noted) put([], group, false, group[0]);
  }
  for (const [child, parents] of [...parentsOf].toSorted(([x], [y]) => compare(x, y))) put([...parents].toSorted().slice(0, 2), [child]);
  for (const { a, b, kind, ended } of near) if (kind === "spouse" || kind === "former_spouse") put([a, b], [], ended || kind === "former_spouse");
  return [...together.values()].toSorted((x, y) => compare(`${keyOf(...x.parents)}|${x.children.join(" ")}`, `${keyOf(...y.parents)}|${y.children.join(" ")}`));
}

/** Who belongs together when each pair does. */
function groupsOf(pairs: readonly Pair[]): string[][] {
  const groups: Set<string>[] = [];
  for (const [a, b] of pairs) {
    const touched = groups.filter((group) => group.has(a) || group.has(b));
    const merged = new Set([a, b, ...touched.flatMap((group) => [...group])]);
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), merged);
  }
  return groups.map((group) => [...group].toSorted()).toSorted((x, y) => compare(x[0]!, y[0]!));
}

/** Everybody whom a union draws together. */
function pairsIn(unions: readonly Union[]): string[] {
  return unions.flatMap(({ parents, children }) => {
    const all = [...parents, ...children];
    return all.flatMap((a, index) => all.slice(index + 1).map((b) => keyOf(a, b)));
  });
}

function uniqueBy<T>(rows: readonly T[], key: (row: T) => string): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => seen.size < seen.add(key(row)).size);
}
