import type { RoundsProblem } from "../problem.ts";

/** Two visitors who may make a visit together. */
export type Couple = readonly [number, number];

const mayBeAt = ({ may, visits }: RoundsProblem, visitor: number, visit: number): boolean => may === null || may[visitor * visits + visit] === 1;

/** Whether these visitors have between them all that a visit asks. */
function have({ crews }: RoundsProblem, visit: number, visitors: readonly number[]): boolean {
  if (!crews) return true;
  const { words, needs, has } = crews;
  for (let word = 0; word < words; word++) {
    let all = 0;
    for (const visitor of visitors) all |= has[visitor * words + word]!;
    if ((needs[visit * words + word]! & ~all) !== 0) return false;
  }
  return true;
}

/** The same day for a search in which each visitor comes alone: who is not enough alone may not come. */
export function enoughAlone(problem: RoundsProblem): RoundsProblem {
  const { crews, ...plain } = problem;
  if (!crews) return problem;
  const { visits, visitors } = problem;
  const may = Uint8Array.from({ length: visits * visitors.length }, (_, i) => {
    const [visitor, visit] = [Math.floor(i / visits), i % visits];
    return mayBeAt(problem, visitor, visit) && crews.size[visitor]! >= crews.wanted[visit]! && have(problem, visit, [visitor]) ? 1 : 0;
  });
  return { ...plain, may };
}

/** Visits at which two visitors of one person each may meet, with all such pairs. */
export function meetable(problem: RoundsProblem): ReadonlyMap<number, readonly Couple[]> {
  const { crews, visits, visitors } = problem;
  if (!crews) return new Map();
  const single = visitors.flatMap((_, visitor) => (crews.size[visitor] === 1 ? [visitor] : []));
  return new Map(Array.from({ length: visits }, (_, visit) => visit).flatMap((visit): [number, Couple[]][] => {
    if (crews.wanted[visit] !== 2) return [];
    const able = single.filter((visitor) => mayBeAt(problem, visitor, visit));
    const couples = able.flatMap((a, index) => able.slice(index + 1).flatMap((b): Couple[] => (have(problem, visit, [a, b]) ? [[a, b]] : [])));
    return couples.length > 0 ? [[visit, couples]] : [];
  }));
}
