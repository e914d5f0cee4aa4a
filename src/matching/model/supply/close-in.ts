import type { Highs } from "highs";
import { branchOnTotals } from "./branch-on-totals.ts";
import { relax, run, type Effort, type Programme, type Relaxed, type StageQuestion, type StageResult, type Whole } from "./programme.ts";

/** How far from its fraction a variable is sought. */
const NEAR = 2;

type Closed = Omit<StageResult, "prices">;

/**
 * A large stage, whose fractions are few but which is too wide to be searched in all: whole numbers near the fractions; for units, once more where little
 * money is spent, since budgets split nothing where they are slack; then, where the prices leave anything better possible, everything that they leave.
 */
export function closeIn(highs: Highs, question: StageQuestion, relaxed: Relaxed, effort: Effort): Closed {
  const { programme, cost, start, thrift } = question;
  const promised = Math.ceil(relaxed.value - 1e-6);
  const close = run(highs, nearTo(programme, relaxed.units, start), cost, { start, nodes: effort.nodesNear });
  let best: { units: readonly number[]; value: number } = close?.units ? { units: close.units, value: close.value } : { units: start, value: valueOf(cost, start) };
  if (best.value > promised && thrift) best = thrifty(highs, question, thrift, { promised, effort }) ?? best;
  if (best.value === promised) return { ...best, bound: promised, closed: true };
  const divided = divide(highs, question, best, { promised, effort });
  if (divided.closed) return divided;
  const rest = leftBy(programme, cost, relaxed, divided.value);
  const free = rest.most.filter((top, k) => top > rest.least[k]!).length;
  if (free > effort.closedUpTo) return divided;
  return settled(run(highs, rest, cost, { nodes: effort.nodesNear }), divided, divided.bound);
}

/** What fractions promise once each buyer's units of each tier are whole; and whole numbers beside the best such fractions, at little expense. */
function divide(highs: Highs, { programme, cost, totals, thrift }: StageQuestion, best: { units: readonly number[]; value: number }, { promised, effort }: { promised: number; effort: Effort }): Closed {
  const { bound, at } = branchOnTotals(highs, programme, cost, { totals, enough: best.value, steps: effort.divisions });
  const reached = Math.max(promised, bound);
  if (reached >= best.value) return { ...best, bound: best.value, closed: true };
  const found = at && wholeBeside(highs, { programme, cost, totals, thrift }, at.units, effort);
  const better = found && found.value < best.value ? found : best;
  return { ...better, bound: reached, closed: better.value === reached };
}

/** Whole numbers for fractions whose totals are whole: each buyer's units as they are, at the least expense where the stage counts units; near them, else anywhere. */
function wholeBeside(highs: Highs, { programme, cost, totals, thrift }: Omit<StageQuestion, "start">, units: readonly number[], effort: Effort): { units: readonly number[]; value: number } | null {
  const fixed = totals.map((some) => Math.round(some.reduce((sum, k) => sum + units[k]!, 0))).map((sum, at) => ({ terms: new Map(totals[at]!.map((k) => [k, 1])), least: sum, most: sum }));
  const held: Programme = { ...programme, rows: [...programme.rows, ...fixed] };
  const cheapest = thrift ? relax(highs, held, thrift)?.units ?? units : units;
  const near = run(highs, nearTo(held, cheapest, held.most.map(() => 0)), thrift ?? cost, { nodes: effort.nodesNear, first: thrift !== null });
  const found = near?.units ? near : run(highs, held, thrift ?? cost, { nodes: effort.nodesHeld, first: true });
  return found?.units ? { units: found.units, value: valueOf(cost, found.units) } : null;
}

function nearTo(programme: Programme, units: readonly number[], start: readonly number[]): Programme {
  return { ...programme, most: programme.most.map((top, k) => Math.max(start[k]!, Math.min(top, units[k]! > 1e-6 ? Math.ceil(units[k]!) + NEAR : 0))) };
}

/** The promised number itself, at little expense: the first whole answer near the cheapest. Null where none is found. */
function thrifty(highs: Highs, { programme, cost }: StageQuestion, thrift: readonly number[], { promised, effort }: { promised: number; effort: Effort }): { units: readonly number[]; value: number } | null {
  const enough = { terms: new Map([...cost.entries()].filter(([, one]) => one !== 0)), least: null, most: promised };
  const wanted: Programme = { ...programme, rows: [...programme.rows, enough] };
  const cheapest = relax(highs, wanted, thrift);
  if (!cheapest) return null;
  const found = run(highs, nearTo(wanted, cheapest.units, wanted.most.map(() => 0)), thrift, { nodes: effort.nodesNear, first: true });
  return found?.units ? { units: found.units, value: valueOf(cost, found.units) } : null;
}

/** Where an answer better than the value could lie: whoever moves a variable from where its price holds it pays that price, and the promise leaves only so much to pay. */
function leftBy(programme: Programme, cost: readonly number[], { value: promise, prices }: Relaxed, value: number): Programme & { readonly least: readonly number[] } {
  const reduced = [...cost];
  programme.rows.forEach(({ terms }, at) => { for (const [k, amount] of terms) reduced[k]! -= prices[at]! * amount; });
  const slack = value - 1 - promise;
  const steps = (price: number) => Math.floor(slack / price + 1e-6);
  return {
    ...programme,
    most: programme.most.map((top, k) => (reduced[k]! > 1e-9 ? Math.min(top, Math.max(0, steps(reduced[k]!))) : top)),
    least: programme.most.map((top, k) => (reduced[k]! < -1e-9 ? Math.max(0, top - Math.max(0, steps(-reduced[k]!))) : 0)),
  };
}

/** What the last search says: something better, that nothing is, or how near it came. */
function settled(found: Whole | null, best: { units: readonly number[]; value: number }, promised: number): Closed {
  if (!found) return { ...best, bound: best.value, closed: true };
  const bound = Math.max(promised, Math.min(best.value, found.bound));
  const better = found.units && found.value < best.value ? { units: found.units, value: found.value } : best;
  return { ...better, bound, closed: bound === better.value };
}

function valueOf(cost: readonly number[], units: readonly number[]): number {
  return units.reduce((sum, x, k) => sum + x * cost[k]!, 0);
}
