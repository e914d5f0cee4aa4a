import type { LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { exportFaultyRows } from "../../service/import/export-faulty-rows.ts";

/** The rows kept out, as a workbook. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { bytes, fileName } = await exportFaultyRows(sessionOf(context), readParam(params.importId, z.uuid()), webOf(context).lang);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="faults.xlsx"; filename*=UTF-8''${encodeURIComponent(`${fileName}-faults.xlsx`)}`,
    },
  });
}
