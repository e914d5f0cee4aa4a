import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { outreachText } from "../../messages/index.ts";
import { SegmentId } from "../../model/round/round.ts";
import { criteriaOf, formOf } from "../../model/segment/segment-form.ts";
import { countSegment } from "../../service/segments/count-segment.ts";
import { findSegment } from "../../service/segments/find-segment.ts";
import { listCommunities } from "../../service/segments/list-communities.ts";
import { saveSegment } from "../../service/segments/save-segment.ts";
import { SegmentForm } from "../../ui/segments/segment-form.tsx";
import { segmentAction } from "./segment-action.ts";
import styles from "../../ui/outreach.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { id, name, version, criteria } = await findSegment(session, readParam(params.segmentId, z.uuid()));
  const communities = (await listCommunities(session)).map((one) => ({ id: one.id, name: one.name }));
  return { id, name, version, start: formOf(criteria), communities, count: await countSegment(session, criteria), today: session.today };
}

export const action = (args: ActionFunctionArgs) => segmentAction(args, async (form, data) => {
  const id = readParam(args.params.segmentId, SegmentId);
  await saveSegment(sessionOf(args.context), { id, version: Number(data.get("version") ?? Number.NaN) || undefined, name: form.name, criteria: criteriaOf(form) });
  return redirect(`/segments/${id}`);
});

export default function EditSegment() {
  const { id, name, version, start, communities, count, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { segments: t } = useText(outreachText);
  return (
    <>
      <title>{t.edit}</title>
      <PageHeader title={t.edit} crumbs={[{ label: t.title, to: "/segments" }, { label: name, to: `/segments/${id}` }]} />
      <SegmentForm start={{ ...start, name }} version={version} communities={communities} count={count} answer={answer} today={today} />
    </>
  );
}
