import { METRES_PER_DEGREE } from "./closeness.ts";
import { costTables, type CostTables } from "./cost-tables.ts";
import { layOut, longestShared, Numbering, wordSetsOf, type Crowd, type WordSets } from "./crowd.ts";
import { pairsNamed } from "./pairs-named.ts";
import type { HelperOffer, ResidentNeed } from "./people.ts";
import { reachMetres } from "./rules.ts";
import type { HardRuleId, MatchRules } from "./rules.ts";

/**
 * The rules and the score over flat arrays: the same answers as `mayPair` and `pairCost` (tested), many times faster. Who may be in no
 * pair at all (a volunteer not eligible, a resident whose guardian has not agreed) is the caller's to leave out.
 */
export class PairJudge {
  /** The helpers found by `look`, as places in the order given, with the cost of each. */
  found = new Int32Array(1024);
  costs = new Int32Array(1024);
  private readonly residents: Crowd;
  private readonly helpers: Crowd;
  private readonly hard: HardFields;
  private readonly tables: CostTables;
  private readonly narrow: number;
  private readonly farSquared: number;

  constructor(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules) {
    const communities = new Numbering();
    this.residents = layOut(residents, communities);
    this.helpers = layOut(helpers, communities);
    this.hard = hardFields(residents, helpers, rules);
    this.tables = costTables(residents, helpers, rules);
    const widest = [...residents, ...helpers].reduce((most, { place }) => Math.max(most, Math.abs(place.lat ?? 0)), 0);
    this.narrow = Math.max(0, Math.cos((Math.min(90, widest) * Math.PI) / 180));
    this.farSquared = ((this.hard.reach + 1) / METRES_PER_DEGREE) ** 2;
  }

  /** Looks at the helpers of a stretch for one resident and adds who may be paired after the first `count` found; says how many there are then. */
  look(r: number, from: number, to: number, count: number): number {
    const { hard } = this;
    const [mine, also] = this.residents.bits;
    const [theirs, alsoTheirs] = this.helpers.bits;
    const [a, b, sexAsked, all] = [mine[r]!, also[r]!, hard.sexAsked[r]!, !hard.byHours];
    const { sex } = hard;
    for (let h = from; h < to; h++) {
      if (((theirs[h]! & a) | (alsoTheirs[h]! & b)) === 0 && !all) continue;
      if (sexAsked !== 0 && sexAsked !== sex[h]) continue;
      const cost = this.judge(r, h);
      if (cost < 0) continue;
      if (count === this.found.length) this.grow();
      this.found[count] = h;
      this.costs[count++] = cost;
    }
    return count;
  }

  /** The cost of a pair that passed the quick tests, or −1 when a rule speaks against it. */
  private judge(r: number, h: number): number {
    const { hard, residents, helpers } = this;
    if (hard.byDistance && this.surelyFar(r, h)) return -1;
    const metres = this.metres(r, h);
    if (hard.byDistance && (metres < 0 ? hard.refuseUnknown : metres > hard.reach)) return -1;
    if (hard.asksLanguage[r] === 1 && hard.tongues.shared(r, hard.spoken, h) === 0) return -1;
    const minutes = longestShared(residents, r, helpers, h);
    if (minutes < hard.minMinutes) return -1;
    if (hard.wary[r] === 1 && hard.harms.shared(r, hard.traits, h) > 0) return -1;
    const tenths = Math.round(Math.abs(residents.born[r]! - helpers.born[h]!) / 36.525);
    if (hard.byAge && tenths / 10 > hard.maxYears) return -1;
    if (hard.shuns[r] === 1 && hard.banned.get(r)!.has(h)) return -1;
    return this.tables.cost(r, h, minutes, metres, tenths);
  }

  /** True when even where degrees are narrowest they would be too far apart; needs no cosine. False where anything is not known. */
  private surelyFar(r: number, h: number): boolean {
    const east = (this.residents.lon[r]! - this.helpers.lon[h]!) * this.narrow;
    const north = this.residents.lat[r]! - this.helpers.lat[h]!;
    return east * east + north * north > this.farSquared;
  }

  /** As `distanceMetres`; −1 when it cannot be known. */
  private metres(r: number, h: number): number {
    const { residents: a, helpers: b } = this;
    const [latA, latB] = [a.lat[r]!, b.lat[h]!];
    if (latA !== latA || latB !== latB) return a.community[r] === b.community[h] ? 0 : -1;
    const east = (a.lon[r]! - b.lon[h]!) * Math.cos(((latA + latB) / 2) * (Math.PI / 180));
    const north = latA - latB;
    return Math.round(METRES_PER_DEGREE * Math.sqrt(east * east + north * north));
  }

  private grow(): void {
    const [found, costs] = [new Int32Array(this.found.length * 2), new Int32Array(this.costs.length * 2)];
    found.set(this.found);
    costs.set(this.costs);
    this.found = found;
    this.costs = costs;
  }
}

interface HardFields {
  readonly byHours: boolean;
  readonly minMinutes: number;
  readonly byDistance: boolean;
  readonly refuseUnknown: boolean;
  readonly reach: number;
  readonly byAge: boolean;
  readonly maxYears: number;
  /** 0 anyone or unknown, 1 female, 2 male. */
  readonly sexAsked: Uint8Array;
  readonly sex: Uint8Array;
  readonly asksLanguage: Uint8Array;
  readonly tongues: WordSets;
  readonly spoken: WordSets;
  readonly wary: Uint8Array;
  readonly harms: WordSets;
  readonly traits: WordSets;
  readonly banned: ReadonlyMap<number, ReadonlySet<number>>;
  readonly shuns: Uint8Array;
}

function hardFields(residents: readonly ResidentNeed[], helpers: readonly HelperOffer[], rules: MatchRules): HardFields {
  const on = (rule: HardRuleId) => rules.hardRules.includes(rule);
  const { minOverlapMinutes, unknownDistance, maxAgeGapYears } = rules.limits;
  const byHours = on("hours") && minOverlapMinutes > 0;
  const [tongues, spoken] = wordSetsOf(residents.map((r) => r.languagesAsked), helpers.map((h) => h.languages));
  const [harms, traits] = wordSetsOf(residents.map((r) => r.contraindications), helpers.map((h) => h.traits));
  const banned = on("do_not_match") ? pairsNamed(residents, helpers, (r) => r.doNotMatch, (h) => h.doNotMatch) : new Map<number, Set<number>>();
  return {
    byHours, minMinutes: byHours ? minOverlapMinutes : 0, byDistance: on("distance"), refuseUnknown: unknownDistance === "refuse", reach: reachMetres(rules.limits), byAge: on("age_gap"), maxYears: maxAgeGapYears,
    sexAsked: Uint8Array.from(residents, ({ sexAsked }) => (on("sex") ? codeOf(sexAsked) : 0)), sex: Uint8Array.from(helpers, ({ sex }) => codeOf(sex)),
    asksLanguage: Uint8Array.from(residents, ({ languagesAsked }) => (on("language") && languagesAsked.length > 0 ? 1 : 0)), tongues, spoken,
    wary: Uint8Array.from(residents, ({ contraindications }) => (on("contraindication") && contraindications.length > 0 ? 1 : 0)), harms, traits,
    banned, shuns: Uint8Array.from(residents, (_, r) => (banned.has(r) ? 1 : 0)),
  };
}

function codeOf(sex: "female" | "male" | null): number {
  return sex === null ? 0 : sex === "female" ? 1 : 2;
}
