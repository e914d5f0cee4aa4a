import { Refusal } from "#kernel/refusal.ts";
import type { MatchProblem } from "../solver/problem.ts";
import { PairJudge } from "./judge-pairs.ts";
import { MOST_RANGES, orderByPlace } from "./near.ts";
import type { HelperOffer, ResidentNeed } from "./people.ts";
import { reachMetres } from "./rules.ts";
import type { MatchRules } from "./rules.ts";

/** Points a weight may have at most, so that the cost of a pair stays far inside 32 bits. */
const HEAVIEST = 10_000;

/**
 * The problem to solve: every pair the hard rules allow, with its cost. Resident `r` and helper `h` of the problem are
 * `residents[r]` and `helpers[h]`. Candidates of a row stand in the order of the helpers.
 *
 * `onProgress` is called now and then with the number of residents done; throwing from it stops the work.
 */
export function buildCandidates(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules, onProgress?: (done: number) => void): MatchProblem {
  checkRules(rules);
  const near = orderByPlace(helpers, residents, rules, (helper) => helperMay(helper, rules));
  const judge = new PairJudge(residents, [...near.order].map((h) => helpers[h]!), rules);
  const rowStart = new Int32Array(residents.length + 1);
  const [helper, cost] = [new GrowingInts(), new GrowingInts()];
  const [ranges, costOfHelper] = [new Int32Array(MOST_RANGES), new Int32Array(helpers.length)];
  for (let r = 0; r < residents.length; r++) {
    if (r % 256 === 0) onProgress?.(r);
    let found = 0;
    const stretches = residentMay(residents[r]!, rules) ? near.rangesAround(residents[r]!.place, ranges) : 0;
    for (let s = 0; s < stretches; s += 2) found = judge.look(r, ranges[s]!, ranges[s + 1]!, found);
    for (let k = 0; k < found; k++) {
      const h = near.order[judge.found[k]!]!;
      judge.found[k] = h;
      costOfHelper[h] = judge.costs[k]!;
    }
    const row = judge.found.subarray(0, found).sort();
    helper.add(row);
    cost.add(row.map((h) => costOfHelper[h]!));
    rowStart[r + 1] = helper.length;
  }
  return { wants: Int32Array.from(residents, (r) => r.wants), capacity: Int32Array.from(helpers, (h) => h.capacity), rowStart, helper: helper.trimmed(), cost: cost.trimmed() };
}

function checkRules({ weights, limits, stability }: MatchRules): void {
  for (const [part, weight] of [...Object.entries(weights), ["stability", stability] as const]) {
    if (!(Number.isFinite(weight) && weight >= 0 && weight <= HEAVIEST)) throw new Refusal("invalid_input", "matching.weight_out_of_range", { fields: [{ field: `weights.${part}`, reason: "matching.weight_out_of_range", params: { most: HEAVIEST } }] });
  }
  if (!(reachMetres(limits) >= 0) || !(limits.minOverlapMinutes >= 0) || !(limits.maxAgeGapYears >= 0)) throw new Refusal("invalid_input", "matching.limit_negative");
}

/** Rules about one side alone: who breaks them is in no pair. */
function residentMay({ guardianConsent }: ResidentNeed, { hardRules }: MatchRules): boolean {
  return !hardRules.includes("guardian_consent") || (guardianConsent !== "missing" && guardianConsent !== "refused");
}

function helperMay({ eligible }: HelperOffer, { hardRules, startOn }: MatchRules): boolean {
  return !hardRules.includes("eligible") || (eligible !== null && eligible.fromOn <= startOn && (eligible.untilOn === null || eligible.untilOn >= startOn));
}

class GrowingInts {
  private values = new Int32Array(1024);
  length = 0;

  add(some: Int32Array): void {
    if (this.length + some.length > this.values.length) {
      const larger = new Int32Array(Math.max(this.values.length * 2, this.length + some.length));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
    }
    this.values.set(some, this.length);
    this.length += some.length;
  }

  trimmed(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
