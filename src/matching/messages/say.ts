import type { Effect } from "../model/explain/effects.ts";
import type { UnmatchedExplanation } from "../model/explain/explain-unmatched.ts";
import type { Suggestion } from "../model/explain/smallest-change.ts";
import type { Params } from "./params.ts";
import type { zh } from "./zh.ts";

type Text = typeof zh;
type NameOf = (index: number) => string;

/** The smallest change as a sentence; `nameOf` names a helper by index. */
export function saySuggestion(text: Text, { change, helper, moves, unchanged }: Suggestion, nameOf: NameOf): string {
  const name = helper === null ? "" : nameOf(helper);
  const params: Params = change.kind === "volunteer" ? { sex: change.needs.sex ?? "", languages: change.needs.languages.join("、") } : { ...change, name };
  const condition = text.changes[change.kind]?.(params) ?? "";
  return text.wouldPair(condition, name, moves.length, unchanged);
}

/** Who near was excluded by what, one clause for each reason. */
export function sayExcluded(text: Text, { excluded, suitableButFull, nearest }: UnmatchedExplanation): string[] {
  if (nearest.length === 0) return [text.nobodyNear];
  const clauses = excluded.map(({ key, params, count }) => text.excluded(count, text.ruleReasons[key]?.(params) ?? ""));
  return suitableButFull.length > 0 ? [text.suitableButFull(suitableButFull.length), ...clauses] : clauses;
}

/** What choosing another would do, as a sentence. */
export function sayAlternative(text: Text, helperName: string, effects: readonly Effect[], residentNameOf: NameOf): string {
  return text.alternative.would(helperName, effects.map((effect) => {
    switch (effect.kind) {
      case "farther": return text.alternative.farther(residentNameOf(effect.resident), effect.metres);
      case "fewer_hours": return text.alternative.fewerHours(effect.minutes);
      case "less_fitting": return text.alternative.lessFitting;
      case "losing": return text.alternative.losing(effect.residents.map(residentNameOf));
      case "changing": return text.alternative.changing(effect.count);
      case "dearer": return text.alternative.dearer;
      case "less_even": return text.alternative.lessEven;
    }
  }));
}
