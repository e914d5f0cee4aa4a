import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sheetsAnswer } from "#platform/files/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { matchingReviewText } from "../messages/index.ts";
import { exportRound } from "../service/rounds/export-round.ts";
import { sheetsOfRound } from "../ui/round-sheets.ts";

/** The proposals as an Excel workbook, or with `?as=csv` as one table: the pairs, then below their own heading those left out. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const { round, sheets } = sheetsOfRound(await exportRound(sessionOf(context), readParam(params.roundId, z.uuid())), lang);
  return sheetsAnswer(sheets, { name: `${matchingReviewText[lang].exportSheet.file}-${round.number}`, csv: new URL(request.url).searchParams.get("as") === "csv" });
}
