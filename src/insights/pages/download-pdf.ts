import type { LoaderFunctionArgs } from "react-router";
import { printPdf } from "#platform/print/pdf.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { insightsText } from "../messages/index.ts";
import { countMonth } from "../service/count-month.ts";
import { returnDocument } from "../ui/return-document.ts";

/** The return as a sheet to sign and hand in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { lang, signedIn } = webOf(context);
  const session = sessionOf(context);
  const counted = await countMonth(session, params.month ?? "");
  const html = returnDocument(counted, { lang, organization: signedIn?.organization.name ?? "", filledBy: session.actor.name, today: session.today });
  const pdf = await printPdf(html, { landscape: true });
  return new Response(new Uint8Array(pdf), {
    headers: { "content-type": "application/pdf", "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${insightsText[lang].title}-${counted.month}.pdf`)}`, "cache-control": "no-store" },
  });
}
