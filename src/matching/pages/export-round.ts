import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { workbookBytes } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { matchingReviewText, matchingText } from "../messages/index.ts";
import { sayChange, sayExcluded } from "../messages/say-proposal.ts";
import { fitPercent } from "../model/fit.ts";
import { exportRound } from "../service/rounds/export-round.ts";

/** The proposals as an Excel workbook: one sheet of pairs with their reasons, one of those left out. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const [t, text] = [matchingReviewText[lang].exportSheet, matchingText[lang]];
  const { round, run, proposals, unmatched, people } = await exportRound(sessionOf(context), readParam(params.roundId, z.uuid()));
  const nameOf = (id: string) => people.get(id)?.name ?? "";
  const placeOf = (id: string) => people.get(id)?.communityName ?? "";
  const column = (header: string, widthCharacters: number) => ({ header, widthCharacters });
  const bytes = await workbookBytes([
    {
      name: t.sheet, columns: [column(t.resident, 12), column(t.residentCommunity, 16), column(t.helper, 12), column(t.helperCommunity, 16), column(t.fit, 10), column(t.state, 12), column(t.why, 80)],
      rows: proposals.map(({ residentId, helperId, cost, state, parts }) => [nameOf(residentId), placeOf(residentId), nameOf(helperId), placeOf(helperId), fitPercent(cost, run.rules), t.states[state],
        parts.map(({ part, key, params: values }) => `${text.parts[part]}：${text.partTexts[key]?.(values) ?? ""}`).join("；")]),
    },
    {
      name: t.left, columns: [column(t.resident, 12), column(t.residentCommunity, 16), column(t.excluded, 60), column(t.smallest, 60)],
      rows: unmatched.map((row) => [nameOf(row.residentId), placeOf(row.residentId), sayExcluded(text, row).join("；"), row.change ? sayChange(text, row.change, nameOf) : text.cannotPair]),
    },
  ]);
  return new Response(new Uint8Array(bytes), { headers: {
    "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "cache-control": "no-store",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${t.file}-${round.number}.xlsx`)}`,
  } });
}
