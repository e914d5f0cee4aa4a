import type { Highs } from "highs";
import { modelOf, solutionOf, type Programme, type Relaxed } from "./programme.ts";

/** Sums of variables that are whole in any whole answer, though none of the variables may be: what one buyer pays for in one tier. */
export type Totals = readonly (readonly number[])[];

/** From so far from a whole number on, a total is no whole number. */
const PART = 1e-6;

interface Node { readonly value: number; readonly least: readonly number[]; readonly most: readonly number[] }

export interface Branched {
  /** No whole answer is below it. */
  readonly bound: number;
  /** Fractions in which every total is whole, of the node with the least value; null where none was reached. */
  readonly at: Relaxed | null;
}

/**
 * Raises what fractions promise by dividing where a total is no whole number: money that each buyer has left over for part of a unit does not
 * add up to a unit of anybody's. The least promise first; ends when that node's totals are whole, when nothing below `enough` is left, or after so many steps.
 */
export function branchOnTotals(highs: Highs, programme: Programme, cost: readonly number[], { totals, enough, steps }: { totals: Totals; enough: number; steps: number }): Branched {
  const first = programme.rows.length;
  const rows = [...programme.rows, ...totals.map((some) => ({ terms: new Map(some.map((k) => [k, 1])), least: null, most: null }))];
  return highs.withModel(modelOf(highs, { ...programme, rows }, cost, false), (model) => {
    model.options.set({ output_flag: false, random_seed: 0 });
    const look = ({ least, most }: Node): Relaxed | null => {
      model.changeRowsBounds({ kind: "range", from: first, to: first + totals.length - 1 }, [...least], [...most]);
      model.run();
      return solutionOf(highs, model, cost);
    };
    const free: Node = { value: -Infinity, least: totals.map(() => 0), most: totals.map((some) => some.reduce((sum, k) => sum + programme.most[k]!, 0)) };
    const open: Node[] = [free];
    for (let step = 0; step < steps; step++) {
      // Among equals the last: straight on to totals that are all whole.
      const best = open.reduce((a, b) => (wholeOf(b) <= wholeOf(a) ? b : a), open[0]!);
      if (open.length === 0 || wholeOf(best) >= enough) return { bound: enough, at: null };
      open.splice(open.indexOf(best), 1);
      const found = look(best);
      if (!found) continue;
      const split = mostSplit(totals, found.units);
      if (split === null) {
        if (open.every((other) => wholeOf(other) >= wholeOf(found))) return { bound: wholeOf(found), at: found };
        open.push({ ...best, value: found.value });
        continue;
      }
      const fewer = { value: found.value, least: best.least, most: best.most.with(split.at, Math.floor(split.sum)) };
      const more = { value: found.value, least: best.least.with(split.at, Math.ceil(split.sum)), most: best.most };
      open.push(...(split.sum - Math.floor(split.sum) < 0.5 ? [more, fewer] : [fewer, more]));
    }
    return { bound: Math.min(enough, ...open.map(wholeOf)), at: null };
  });
}

/** The first whole number that a promise leaves. */
const wholeOf = ({ value }: { readonly value: number }): number => Math.ceil(value - PART);

function mostSplit(totals: Totals, units: readonly number[]): { at: number; sum: number } | null {
  const far = (sum: number) => Math.abs(sum - Math.round(sum));
  const sums = totals.map((some) => some.reduce((sum, k) => sum + units[k]!, 0));
  const at = sums.reduce((most, sum, index) => (far(sum) > far(sums[most]!) ? index : most), 0);
  return sums.length > 0 && far(sums[at]!) > PART ? { at, sum: sums[at]! } : null;
}
