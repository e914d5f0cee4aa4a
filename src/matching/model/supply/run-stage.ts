import type { Highs } from "highs";
import { closeIn } from "./close-in.ts";
import { relax, run, type Effort, type StageQuestion, type StageResult } from "./programme.ts";

/** Chosen by measurement. */
export const EFFORT: Effort = { searchedUpTo: 3000, nodes: 2000, nodesNear: 10, closedUpTo: 600, nodesHeld: 200, divisions: 60 };

/** The least of a cost. First as if parts of units could pass: where the answer is whole, its prices prove it. Else by search, from `start` on; `thrift` decides among answers of one cost. */
export function leastOf(highs: Highs, { programme, cost, start, thrift, totals }: StageQuestion, effort: Effort): StageResult {
  const relaxed = relax(highs, programme, cost);
  if (!relaxed) throw new Error("supply: the answer so far does not fit its own stage");
  const whole = relaxed.units.every((x, k) => Math.abs(x - Math.round(x)) < 1e-6 && (Math.round(x) === 0 || Math.round(x) >= programme.lot[k]!));
  if (whole) {
    const units = relaxed.units.map(Math.round);
    const value = units.reduce((sum, x, k) => sum + x * cost[k]!, 0);
    return { ...relaxed, units, value, bound: value, closed: true };
  }
  const { prices } = relaxed;
  if (cost.length <= effort.searchedUpTo) {
    const found = run(highs, programme, cost, { start, nodes: effort.nodes });
    if (!found?.units) throw new Error("supply: the answer so far does not fit its own stage");
    return { ...found, units: found.units, prices };
  }
  return { ...closeIn(highs, { programme, cost, start, thrift, totals }, relaxed, effort), prices };
}
