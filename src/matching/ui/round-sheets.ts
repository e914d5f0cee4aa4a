import type { Language } from "#platform/i18n/language.ts";
import { matchingReviewText, matchingText } from "../messages/index.ts";
import { sayChange, sayExcluded } from "../messages/say-proposal.ts";
import { fitPercent } from "../model/fit.ts";
import type { RoundExport } from "../service/rounds/export-round.ts";

interface RoundSheet {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly widthCharacters: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A round as two sheets in words, the pairs with their reasons and those left out; for the workbook, for CSV and for paper. */
export function sheetsOfRound({ round, run, proposals, unmatched, people }: RoundExport, lang: Language): { round: RoundExport["round"]; sheets: readonly [RoundSheet, RoundSheet] } {
  const [t, text] = [matchingReviewText[lang].exportSheet, matchingText[lang]];
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
  ] };
}
