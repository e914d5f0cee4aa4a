import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { pdfAnswer } from "#platform/files/index.ts";
import { drawPdf } from "#platform/print/draw-pdf.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { badgesText } from "../messages/index.ts";
import { passOfBadge } from "../service/check-badge.ts";
import { takeSheets } from "../service/show-print.ts";
import { badgeSheets } from "../ui/badge-sheets.ts";

/** The sheets of what was printed in one go, as far as it still is good. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { lang, installation } = webOf(context);
  const { badges, organization, slug } = await takeSheets(session, readParam(params.printId, z.uuid()));
  const paper = badges.map((badge) => ({ ...badge, checkUrl: `${installation.origin}/badge/${slug}/${passOfBadge(session.keys, badge.id)}` }));
  return pdfAnswer(await drawPdf(badgeSheets(paper, { organization, lang })), `${badgesText[lang].title}-${session.today}`);
}
