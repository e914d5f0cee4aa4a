import type { LoaderFunctionArgs } from "react-router";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { pathwaysText } from "../messages/index.ts";
import { STEPS } from "../model/steps.ts";
import { exportLadder } from "../service/export-ladder.ts";

const percent = (share: number) => Math.round(share * 1000) / 10;

/** The ladder as a workbook: who stands where by population, and how long each step takes; small cells hidden. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { title, ladder: t, steps, populations } = pathwaysText[webOf(context).lang];
  const { asOf, heights, times, populations: keys } = await exportLadder(sessionOf(context));
  const names = [...keys.map((key) => populations[key] ?? key), t.total];
  return sheetsAnswer([
    { name: t.heights, columns: [t.population, ...STEPS.map((step) => steps[step]), t.total].map((header) => ({ header })), rows: heights.map((cells, row) => [names[row] ?? "", ...cells.slice(0, STEPS.length + 1).map((cell) => cell ?? "·")]) },
    {
      name: t.times, columns: [t.population, t.within, `${t.share} %`, `${t.band} %`, t.atRisk].map((header, at) => ({ header: at === 0 ? title : header })),
      rows: times.flatMap(({ step, shares }) => shares.map(({ days, share, low, high, atRisk }) => [steps[step], t.days(days), percent(share), `${percent(low)}–${percent(high)}`, atRisk])),
    },
  ], { name: `${title}-${asOf}`, csv: new URL(request.url).searchParams.get("as") === "csv" });
}
