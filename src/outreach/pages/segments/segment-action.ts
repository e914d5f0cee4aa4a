import type { ActionFunctionArgs } from "react-router";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readValues, submit, valuesOf } from "#platform/web/form.ts";
import { criteriaOf, SegmentForm } from "../../model/segment/segment-form.ts";
import { countSegment } from "../../service/segments/count-segment.ts";
import type { Counted } from "../../ui/segments/segment-form.tsx";

/** What both forms of a segment do: tell how many fit, or save. */
export function segmentAction({ request, context }: ActionFunctionArgs, save: (form: SegmentForm, data: FormData) => Promise<Response>) {
  const { lang } = webOf(context);
  return submit<Response | Counted>(request, lang, async ({ data, read }) => {
    if (data.get("intent") !== "count") return save(read(SegmentForm), data);
    const values = valuesOf(data);
    const form = readValues(SegmentForm, { ...values, name: values.name ?? "-" }, lang);
    return { count: await countSegment(sessionOf(context), criteriaOf(form)), values };
  });
}
