import type { LoaderFunctionArgs } from "react-router";
import { textIn } from "#platform/i18n/language.ts";
import { webOf } from "#platform/web/context.ts";
import { registerText } from "../messages/index.ts";
import { templateWorkbook } from "../service/showing/template-workbook.ts";
import { workbookResponse } from "./workbook-response.ts";

/** The empty register as a workbook. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { lang } = webOf(context);
  const t = textIn(lang, registerText);
  return workbookResponse(await templateWorkbook(t.fields, t.page.upload.sheetName), `${t.page.upload.sheetName}.xlsx`);
}
