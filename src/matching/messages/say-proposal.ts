import type { Came } from "../model/changes/compare.ts";
import type { Proposal, Unmatched } from "../model/round.ts";
import type { Params } from "./params.ts";
import type { zh } from "./zh.ts";

type Text = typeof zh;
type NameOf = (id: string) => string;

/** The smallest change as a sentence. */
export function sayChange(text: Text, { change, helperId, moves, unchanged }: NonNullable<Unmatched["change"]>, nameOf: NameOf): string {
  const name = helperId === null ? "" : nameOf(helperId);
  const params: Params = change.kind === "volunteer" ? { sex: change.needs.sex ?? "", languages: change.needs.languages.join("、") } : { ...change, name };
  return text.wouldPair(text.changes[change.kind]?.(params) ?? "", name, moves, unchanged);
}

/** Who near was excluded by what, one clause for each reason. */
export function sayExcluded(text: Text, { excluded, suitableButFull }: Unmatched): string[] {
  const clauses = excluded.map(({ key, params, count }) => text.excluded(count, text.ruleReasons[key]?.(params) ?? ""));
  const all = suitableButFull > 0 ? [text.suitableButFull(suitableButFull), ...clauses] : clauses;
  return all.length > 0 ? all : [text.nobodyNear];
}

/** What choosing another would do, as a sentence. */
export function sayAlternative(text: Text, { helperId, effects }: NonNullable<Proposal["alternative"]>, nameOf: NameOf): string {
  return text.alternative.would(nameOf(helperId), effects.map((effect) => {
    switch (effect.kind) {
      case "farther": return text.alternative.farther(nameOf(effect.residentId), effect.metres);
      case "fewer_hours": return text.alternative.fewerHours(effect.minutes);
      case "less_fitting": return text.alternative.lessFitting;
      case "losing": return text.alternative.losing(effect.residentIds.map(nameOf));
      case "changing": return text.alternative.changing(effect.count);
      case "dearer": return text.alternative.dearer;
      case "less_even": return text.alternative.lessEven;
    }
  }));
}

/** Why a friend is another than before, as a clause. */
export function sayCame(text: Text, { was, why }: Came, nameOf: NameOf): string {
  return text.why[why]?.({ name: was === null ? "" : nameOf(was) }) ?? "";
}
