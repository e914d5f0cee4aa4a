import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { printPdf } from "#platform/print/pdf.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { hoursText } from "../messages/index.ts";
import { showCertificate } from "../service/certificates/show-certificate.ts";
import { certificateDocument } from "../ui/certificate-document.ts";
import { pdfAnswer, textAnswer } from "#platform/files/index.ts";

/** A certificate as a sheet to print, with the way to the check page as a QR code. */
export async function certificatePdf({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { lang, installation } = webOf(context);
  const { certificate, statement, slug } = await showCertificate(sessionOf(context), readParam(params.certificateId, z.uuid()));
  const t = hoursText[lang];
  const revoked = certificate.revokedOn && certificate.revokedReason ? t.check.revoked(formatDayOnly(certificate.revokedOn, lang, ""), t.certificate.reasons[certificate.revokedReason]) : null;
  const html = await certificateDocument(statement, { lang, revoked, checkUrl: `${installation.origin}/check/${slug}?number=${certificate.number}` });
  return pdfAnswer(await printPdf(html), `${t.document.title}-${certificate.number}`);
}

/** The signed text, to be verified without a network. */
export async function certificateFile({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { certificate } = await showCertificate(sessionOf(context), readParam(params.certificateId, z.uuid()));
  return textAnswer(certificate.document, `certificate-${certificate.number}.txt`);
}
