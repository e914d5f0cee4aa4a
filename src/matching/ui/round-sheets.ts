import type { Language } from "#platform/i18n/language.ts";
import { matchingReviewText, matchingText } from "../messages/index.ts";
import { sayChange, sayExcluded } from "../messages/say-proposal.ts";
import { sayPlace, sayRecruit } from "../messages/say-recruit.ts";
import { groupRecruits } from "../model/explain/recruit-groups.ts";
import { fitPercent } from "../model/fit.ts";
import type { RoundExport } from "../service/rounds/export-round.ts";

interface RoundSheet {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly widthCharacters: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A round as three sheets in words, the pairs with their reasons, those left out and where to recruit; for the workbook, for CSV and for paper. */
export function sheetsOfRound({ round, run, proposals, unmatched, people, places }: RoundExport, lang: Language): { round: RoundExport["round"]; sheets: readonly [RoundSheet, RoundSheet, RoundSheet] } {
  const { exportSheet: t, recruit, noCommunity } = matchingReviewText[lang];
  const text = matchingText[lang];
  const nameOf = (id: string) => people.get(id)?.name ?? "";
  const placeOf = (id: string) => people.get(id)?.communityName ?? "";
  const column = (header: string, widthCharacters: number) => ({ header, widthCharacters });
  return { round, sheets: [
    {
      name: t.sheet, columns: [column(t.resident, 12), column(t.residentCommunity, 16), column(t.helper, 12), column(t.helperCommunity, 16), column(t.fit, 10), column(t.state, 12), column(t.why, 80)],
      rows: proposals.map(({ residentId, helperId, cost, state, parts }) => [nameOf(residentId), placeOf(residentId), nameOf(helperId), placeOf(helperId), fitPercent(cost, run.rules), t.states[state],
        parts.map(({ part, key, params: values }) => `${text.parts[part]}：${text.partTexts[key]?.(values) ?? ""}`).join("；")]),
    },
    {
      name: t.left, columns: [column(t.resident, 12), column(t.residentCommunity, 16), column(t.excluded, 60), column(t.smallest, 60)],
      rows: unmatched.map((row) => [nameOf(row.residentId), placeOf(row.residentId), sayExcluded(text, row).join("；"), row.change ? sayChange(text, row.change, nameOf) : text.cannotPair]),
    },
    {
      name: t.recruit, columns: [column(recruit.place, 24), column(recruit.need, 48), column(recruit.effect, 48)],
      rows: groupRecruits(run.recruitment).flatMap(({ lines }) => lines).map((one) => { const { need, effect } = sayRecruit(one, lang); return [sayPlace(one, places, noCommunity), need, effect]; }),
    },
  ] };
}
