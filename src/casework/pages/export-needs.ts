import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { caseworkText } from "../messages/index.ts";
import { exportNeeds } from "../service/export-needs.ts";
import { needName, topicName } from "../ui/need-name.ts";
import { needFilterOf } from "../ui/need-query.ts";

const Audience = z.enum(["inside", "outside"]).catch("outside");

/** The table of needs as an Excel workbook; for outside, without small numbers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const t = caseworkText[lang];
  const audience = Audience.parse(new URL(request.url).searchParams.get("audience"));
  const { chart, names, pack, table, smallest } = await exportNeeds(sessionOf(context), needFilterOf(request, lang), audience);
  const rowOf = (index: number) => (table[index] ?? []).map((value) => value ?? t.exports.hidden);
  return sheetsAnswer([{
    name: t.exports.sheet,
    columns: [{ header: t.filters.topic, widthCharacters: 16 }, { header: t.need, widthCharacters: 30 }, ...chart.communityIds.map((id) => ({ header: names[id] ?? t.noCommunity, widthCharacters: 14 })), { header: t.total, widthCharacters: 10 }],
    rows: [
      ...chart.lines.map(({ code, topic }, index) => [topicName(topic, lang), needName(code, lang), ...rowOf(index)]),
      [t.stats.persons, "", ...rowOf(chart.lines.length)],
      ...(audience === "outside" ? [[t.exports.outsideNote(smallest)]] : []),
      [t.packNote(pack.version, pack.source[lang])],
    ],
  }], { name: t.exports.sheet });
}
