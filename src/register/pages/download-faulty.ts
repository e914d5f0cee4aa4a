import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { textIn } from "#platform/i18n/language.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { registerText } from "../messages/index.ts";
import { faultyWorkbook } from "../service/showing/faulty-workbook.ts";
import { workbookResponse } from "./workbook-response.ts";

/** The rows that came back, each with its reason. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const t = textIn(webOf(context).lang, registerText);
  const { fileName, body } = await faultyWorkbook(sessionOf(context), readParam(params.importId, z.uuid()), { ...t.page.workbook, faults: t.faults });
  return workbookResponse(body, `${fileName.replace(/\.[^.]*$/, "")}-${t.page.workbook.back}.xlsx`);
}
