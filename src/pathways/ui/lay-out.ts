import type { PublishedTable } from "#casework/index.ts";
import { STEPS, type Step } from "../model/steps.ts";

/** Sizes of the picture, in its own units: the words at the left, bars at the right, one row a step. */
export const CLIMB = { width: 360, left: 122, wide: 230, row: 92, top: 22, bar: 22 } as const;

export interface BarAt { readonly step: Step; readonly y: number; readonly width: number; readonly goneWidth: number; readonly reached: number | null; readonly stays: number | null }
export interface RibbonAt { readonly key: string; readonly path: string }
export interface ClimbPicture { readonly height: number; readonly bars: readonly BarAt[]; readonly ribbons: readonly RibbonAt[] }

/** Draws the flow: the highest step on top, each bar as wide as those who reached it, ribbons from bar to bar. Without a flow only who stays where is drawn. */
export function layOutClimb(flow: PublishedTable | null, heights: PublishedTable): ClimbPicture {
  const stays = STEPS.map((_, index) => heights.at(-1)![index] ?? null);
  const reached = STEPS.map((_, index) => (flow ? flow[index]!.at(-1)! : stays[index]!));
  const most = Math.max(1, ...reached.map((value) => value ?? 0));
  const wide = (persons: number | null) => (persons === null ? 6 : persons === 0 ? 0 : Math.max(3, (persons / most) * CLIMB.wide));
  const yOf = (index: number) => CLIMB.top + (STEPS.length - 1 - index) * CLIMB.row;
  const bars = STEPS.map((step, index): BarAt => {
    const width = wide(reached[index]!);
    return { step, y: yOf(index), width, goneWidth: flow ? width - Math.min(width, wide(stays[index]!)) : 0, reached: flow ? reached[index]! : null, stays: stays[index]! };
  });
  return { height: CLIMB.top * 2 + (STEPS.length - 1) * CLIMB.row + CLIMB.bar, bars, ribbons: flow ? ribbonsOf(flow, (persons) => (persons / most) * CLIMB.wide, yOf) : [] };
}

function ribbonsOf(flow: PublishedTable, wide: (persons: number) => number, yOf: (index: number) => number): RibbonAt[] {
  const arrived = STEPS.map(() => 0);
  const ribbons: RibbonAt[] = [];
  for (const [from] of STEPS.entries()) {
    let left = 0;
    for (let to = STEPS.length - 1; to > from; to -= 1) {
      const persons = flow[from]![to] ?? 0;
      if (persons === 0) continue;
      const [width, x, y, ex, ey] = [Math.max(1.5, wide(persons)), CLIMB.left + left, yOf(from), CLIMB.left + arrived[to]!, yOf(to) + CLIMB.bar];
      const middle = (y + ey) / 2;
      ribbons.push({ key: `${from} ${to}`, path: `M${f(x)} ${f(y)}C${f(x)} ${f(middle)} ${f(ex)} ${f(middle)} ${f(ex)} ${f(ey)}H${f(ex + width)}C${f(ex + width)} ${f(middle)} ${f(x + width)} ${f(middle)} ${f(x + width)} ${f(y)}Z` });
      left += width;
      arrived[to]! += width;
    }
  }
  return ribbons;
}

const f = (value: number): string => value.toFixed(1);
