import type { LoaderFunctionArgs } from "react-router";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readValues } from "#platform/web/form.ts";
import { hoursText } from "../../messages/index.ts";
import { exportRegister, RegisterFilter } from "../../service/certificates/list-certificates.ts";
import { sheetsAnswer } from "#platform/files/index.ts";
import { registerSheet } from "../../ui/record-sheets.ts";

/** The register (登记簿) as an Excel workbook. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const filter = readValues(RegisterFilter, Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")), lang);
  return sheetsAnswer(registerSheet(await exportRegister(sessionOf(context), filter), lang), { name: hoursText[lang].sheet.register, csv: false });
}
