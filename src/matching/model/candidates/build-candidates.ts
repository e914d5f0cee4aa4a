import { Refusal } from "#kernel/refusal.ts";
import type { MatchProblem } from "../solver/problem.ts";
import { weekBits } from "./closeness.ts";
import { indexByPlace } from "./near.ts";
import type { HelperOffer, ResidentNeed } from "./people.ts";
import { enabledRules } from "./rules.ts";
import type { HardRuleId, MatchRules } from "./rules.ts";
import { pairCost } from "./score.ts";

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
  const quick = quickTest(helpers, rules);
  const near = indexByPlace(helpers, residents, rules);
  const enabled = enabledRules(rules).toSorted((a, b) => QUICKEST.indexOf(b.id) - QUICKEST.indexOf(a.id));
  const rowStart = new Int32Array(residents.length + 1);
  const [helper, cost] = [new GrowingInts(), new GrowingInts()];
  residents.forEach((resident, r) => {
    if (r % 256 === 0) onProgress?.(r);
    const row: number[] = [];
    const mayMeet = quick(resident);
    near.eachNear(resident, (h) => {
      if (mayMeet(h) && enabled.every((rule) => rule.holds(resident, helpers[h]!, rules) === true)) row.push(h);
    });
    for (const h of row.sort((a, b) => a - b)) {
      helper.push(h);
      cost.push(pairCost(resident, helpers[h]!, rules));
    }
    rowStart[r + 1] = helper.length;
  });
  return { wants: Int32Array.from(residents, (r) => r.wants), capacity: Int32Array.from(helpers, (h) => h.capacity), rowStart, helper: helper.trimmed(), cost: cost.trimmed() };
}

function checkRules({ weights, limits }: MatchRules): void {
  for (const [part, weight] of Object.entries(weights)) {
    if (!(Number.isFinite(weight) && weight >= 0 && weight <= HEAVIEST)) throw new Refusal("invalid_input", "matching.weight_out_of_range", { fields: [{ field: `weights.${part}`, reason: "matching.weight_out_of_range", params: { most: HEAVIEST } }] });
  }
  if (!(limits.maxMetres >= 0) || !(limits.minOverlapMinutes >= 0) || !(limits.maxAgeGapYears >= 0)) throw new Refusal("invalid_input", "matching.limit_negative");
}

/** Rules that exclude much at little cost are asked first; here the order of reasons does not matter. */
const QUICKEST: readonly HardRuleId[] = ["hours", "eligible", "language", "distance"];

/** Tests on a few bits what the rules would find slowly: nobody who passes the rules fails here. */
function quickTest(helpers: readonly HelperOffer[], rules: MatchRules): (resident: ResidentNeed) => (h: number) => boolean {
  const byHours = rules.hardRules.includes("hours") && rules.limits.minOverlapMinutes > 0;
  const bySex = rules.hardRules.includes("sex");
  const [first, second] = [new Int32Array(helpers.length), new Int32Array(helpers.length)];
  helpers.forEach((helper, h) => { [first[h], second[h]] = weekBits(helper.hours); });
  return (resident) => {
    const [a, b] = weekBits(resident.hours);
    const sex = bySex ? resident.sexAsked : null;
    return (h) => (!byHours || ((first[h]! & a) | (second[h]! & b)) !== 0) && (sex === null || helpers[h]!.sex === sex);
  };
}

class GrowingInts {
  private values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  trimmed(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
