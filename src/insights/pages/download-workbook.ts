import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { insightsText } from "../messages/index.ts";
import { FIGURES, type Figures } from "../model/monthly-return.ts";
import { countMonth } from "../service/count-month.ts";

/** The return as an Excel workbook: the same lines as the page. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const t = insightsText[webOf(context).lang];
  const { lines, together, total, communityNames, month } = await countMonth(sessionOf(context), params.month ?? "");
  const numbers = (figures: Figures) => FIGURES.map((figure) => (figure === "volunteerMinutes" ? Math.round(figures[figure] / 6) / 10 : figures[figure]));
  return sheetsAnswer([{
    name: `${t.title} ${month}`,
    columns: [{ header: t.community, widthCharacters: 18 }, { header: t.population, widthCharacters: 14 }, ...FIGURES.map((figure) => ({ header: t.figures[figure], widthCharacters: 12 }))],
    rows: [
      ...lines.map((line) => [line.communityId ? (communityNames[line.communityId] ?? t.noCommunity) : t.noCommunity, t.populations[line.population], ...numbers(line)]),
      ...(together ? [[t.together, "", ...numbers(together)]] : []),
      [t.total, "", ...numbers(total)],
    ],
  }], { name: `${t.title}-${month}` });
}
