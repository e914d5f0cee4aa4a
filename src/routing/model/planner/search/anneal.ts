import { costNow, keep, restore, step, Wheel, type Search } from "./state.ts";
import type { Tours } from "./tours.ts";

/** How much of the time is spent, 0 … 1 and more; asked every so many steps. */
export type Pace = (steps: number) => number;

/** Temperatures, as shares of the mean way between two stops. */
const HOT = 10;
const COLD = 0.01;
const ASKED_EVERY = 16;
const LEARNT_EVERY = 400;

/** Simulated annealing from what stands now until a share of the time is spent; ends with the best answer restored. */
export function anneal(search: Search, pace: Pace, until: number): void {
  const { random, current, best } = search;
  const begun = pace(search.steps);
  let cost = costNow(search);
  keep(search, current, cost, false);
  keep(search, best, cost, false);
  const way = Math.max(1e-9, waysOf(search.tours) / Math.max(1, search.tours.problem.visits));
  const ruins = new Wheel([1, 0.05, 0.05, 0.05, 0.2], random);
  const lines = new Wheel(search.queues.map(() => 1), random);
  let heat = HOT * way;
  for (let turn = 0; ; turn++) {
    if (turn % ASKED_EVERY === 0) {
      const spent = pace(search.steps);
      if (!(spent < until)) break;
      heat = HOT * way * (COLD / HOT) ** ((spent - begun) / (until - begun));
      if (turn % LEARNT_EVERY === 0) [ruins, lines].forEach((wheel) => wheel.learn());
    }
    const [ruin, line] = [ruins.spin(), lines.spin()];
    step(search, ruin, line);
    const now = costNow(search);
    const gain = now < best.cost - 1e-9 ? 10 : now < cost - 1e-9 ? 2 : 0;
    ruins.credit(ruin, gain);
    lines.credit(line, gain);
    if (now < cost - heat * Math.log(random())) {
      cost = now;
      keep(search, current, cost, true);
      if (now < best.cost - 1e-9) keep(search, best, cost, false);
    } else restore(search, current, true);
  }
  restore(search, best, false);
}

/** Cost of the ways alone. */
export function waysOf({ costs, lengths, fixed }: Tours): number {
  return costs.reduce((sum, cost, visitor) => sum + cost - (lengths[visitor] ? fixed : 0), 0);
}
