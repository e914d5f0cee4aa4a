import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { referralText } from "../messages/index.ts";
import { sealPacket } from "../service/seal-packet.ts";
import { packetLines } from "../ui/packet-words.ts";

/** The sealed letter for an organisation outside the installation. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { lang } = webOf(context);
  const { html } = await sealPacket(session, readParam(params.referralId, z.uuid()), { ...referralText[lang].letter, lang, lines: (packet) => packetLines(packet, lang) });
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "content-disposition": `attachment; filename="referral-${session.today}.html"` } });
}
