import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { outreachText } from "../../messages/index.ts";
import { homeboundYouth } from "../../model/segment/default-segments.ts";
import { criteriaOf, formOf } from "../../model/segment/segment-form.ts";
import { countSegment } from "../../service/segments/count-segment.ts";
import { listCommunities } from "../../service/segments/list-communities.ts";
import { saveSegment } from "../../service/segments/save-segment.ts";
import { SegmentForm } from "../../ui/segments/segment-form.tsx";
import { segmentAction } from "./segment-action.ts";
import styles from "../../ui/outreach.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const withStart = new URL(request.url).searchParams.get("start") === "homebound_youth";
  const criteria = withStart ? homeboundYouth(session.today) : {};
  const communities = (await listCommunities(session)).map(({ id, name }) => ({ id, name }));
  return { withStart, start: formOf(criteria), communities, count: await countSegment(session, criteria), today: session.today };
}

export const action = (args: ActionFunctionArgs) => segmentAction(args, async (form) => {
  const { id } = await saveSegment(sessionOf(args.context), { name: form.name, criteria: criteriaOf(form) });
  return redirect(`/segments/${id}`);
});

export default function NewSegment() {
  const { withStart, start, communities, count, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { segments, segmentForm: t } = useText(outreachText);
  return (
    <>
      <title>{t.createTitle}</title>
      <PageHeader title={t.createTitle} crumbs={[{ label: segments.title, to: "/segments" }]} lead={segments.lead} />
      <SegmentForm start={{ ...start, name: withStart ? segments.startName : "" }} communities={communities} count={count} answer={answer} today={today} />
    </>
  );
}
