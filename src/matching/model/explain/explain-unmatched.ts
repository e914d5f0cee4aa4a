import { reasonsAgainst } from "../candidates/rules.ts";
import type { HardRuleId, RuleReason } from "../candidates/rules.ts";
import { nearestAmong, type NearHelper } from "./nearest.ts";
import { REACH, smallestChange } from "./smallest-change.ts";
import type { Suggestion } from "./smallest-change.ts";
import type { RoundView } from "./solved-round.ts";

/** Why a resident has fewer friends than they would like, and what would help. */
export interface UnmatchedExplanation {
  readonly resident: number;
  readonly has: number;
  readonly wants: number;
  /** Among the nearest helpers, how many the same reason excludes; each helper is counted once, under the first reason. */
  readonly excluded: readonly { readonly rule: HardRuleId; readonly key: string; readonly params: RuleReason["params"]; readonly count: number }[];
  /** Helpers who would do, but whose places others were given. */
  readonly suitableButFull: readonly number[];
  /** The nearest few, with every reason against them; none means suitable. */
  readonly nearest: readonly { readonly helper: number; readonly metres: number | null; readonly reasons: readonly RuleReason[] }[];
  readonly change: Suggestion | null;
}

/** How many helpers count as near, and how many are shown one by one. */
const NEAR = 20;
const SHOWN = 5;

/** One explanation for each resident who did not get as many friends as they would like, in the order of the residents. */
export function explainUnmatched(view: RoundView): UnmatchedExplanation[] {
  const nearest = nearestAmong(view.helpers);
  return [...view.problem.wants.keys()].filter((r) => view.has[r]! < view.problem.wants[r]!).map((r) => explainOne(view, r, nearest(view.residents[r]!.place, REACH)));
}

function explainOne(view: RoundView, resident: number, byDistance: readonly NearHelper[]): UnmatchedExplanation {
  const { residents, helpers, rules, problem } = view;
  const need = residents[resident]!;
  const near = byDistance.slice(0, NEAR).map(({ helper, metres }) => ({ helper, metres, reasons: reasonsAgainst(need, helpers[helper]!, rules) }));
  const excluded = new Map<string, { rule: HardRuleId; key: string; params: RuleReason["params"]; count: number }>();
  for (const { reasons: [first] } of near) {
    if (!first) continue;
    const entry = excluded.get(first.key) ?? { rule: first.rule, key: first.key, params: first.params, count: 0 };
    excluded.set(first.key, { ...entry, count: entry.count + 1 });
  }
  const suitable = [...problem.helper.subarray(problem.rowStart[resident], problem.rowStart[resident + 1])];
  return {
    resident,
    has: view.has[resident]!,
    wants: problem.wants[resident]!,
    excluded: [...excluded.values()].sort((a, b) => b.count - a.count),
    suitableButFull: suitable.filter((_, k) => !view.chosen[problem.rowStart[resident]! + k]),
    nearest: near.slice(0, SHOWN),
    change: smallestChange(view, resident, byDistance.map(({ helper }) => helper)),
  };
}
