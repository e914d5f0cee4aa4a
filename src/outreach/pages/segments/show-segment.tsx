import { Pencil, PhoneCall } from "lucide-react";
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { MapView } from "#platform/ui/picture/map-view.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { outreachText } from "../../messages/index.ts";
import { countSegment } from "../../service/segments/count-segment.ts";
import { findSegment } from "../../service/segments/find-segment.ts";
import { listCommunities } from "../../service/segments/list-communities.ts";
import { listSegmentMembers } from "../../service/segments/list-segment-members.ts";
import { retireSegment } from "../../service/segments/retire-segment.ts";
import { criteriaInWords } from "../../ui/segments/criteria-words.ts";
import { tilesOf } from "../../ui/place-tiles.ts";
import { shapesOf } from "../../ui/shapes.ts";

const segmentIdOf = (params: { segmentId?: string | undefined }) => readParam(params.segmentId, z.uuid());

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const segment = await findSegment(session, segmentIdOf(params));
  const query = new URL(request.url).searchParams;
  const [community, lane] = ["community", "lane"].map((name) => z.uuid().safeParse(query.get(name)).data);
  const count = await countSegment(session, segment.criteria);
  const page = await listSegmentMembers(session, segment.id, { ...(community && { communityId: community }), ...(lane && { laneId: lane }), after: query.get("after") });
  const communities = await listCommunities(session);
  return {
    segment, count, page, shapes: shapesOf(communities), names: Object.fromEntries(communities.map(({ id, name }) => [id, name])), at: placeName(count.places, community, lane), today: session.today,
    mayManage: session.actor.capabilities.has("outreach.manage"),
  };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async () => {
    await retireSegment(sessionOf(context), segmentIdOf(params));
    return redirect("/segments");
  });
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ShowSegment() {
  const { segment, count, names, shapes, today, mayManage } = useLoaderData<typeof loader>();
  const { segments: t } = useText(outreachText);
  const language = useLanguage();
  const current = mayManage && segment.retiredOn === null;
  return (
    <>
      <title>{segment.name}</title>
      <PageHeader title={segment.name} crumbs={[{ label: t.title, to: "/segments" }]} lead={criteriaInWords(segment.criteria, language, today, names)}
        chips={segment.retiredOn ? <Chip>{t.retired}</Chip> : undefined}
        actions={current ? <>
          <ButtonLink tone="primary" icon={<PhoneCall className="icon" aria-hidden="true" />} to={`/outreach/rounds/new?segment=${segment.id}`}>{t.startRound}</ButtonLink>
          <ButtonLink icon={<Pencil className="icon" aria-hidden="true" />} to={`/segments/${segment.id}/edit`}>{t.edit}</ButtonLink>
        </> : undefined} />
      <StatRow label={t.count} plain stats={[{ label: t.count, value: <Figure value={count.persons} unit="persons" to="#people" />, note: segment.criteria.age ? t.agesOn(formatDayOnly(count.agesOn, language, today)) : undefined }]} />
      <Card title={t.onMap}>
        <MapView label={segment.name} shapes={shapes} places={tilesOf(count.places, t.noCommunity, (place) => `/segments/${segment.id}?${new URLSearchParams(place)}#people`)} />
      </Card>
      <People />
      {current ? <ConfirmForm trigger={t.retire} question={t.retireQuestion} confirm={t.retire} /> : null}
    </>
  );
}

function People() {
  const { segment, page, at, count } = useLoaderData<typeof loader>();
  const { segments: t, round, sexes, age } = useText(outreachText);
  const ageOf = (row: Loaded["page"]["rows"][number]) => (row.birthOn ? age(ageOn(row.birthOn, count.agesOn)) : null);
  return (
    <>
      <Card flush id="people" title={at ? t.peopleIn(at.name ?? t.noCommunity) : t.people} aside={at ? <Link to={`/segments/${segment.id}`}>{t.allPlaces}</Link> : undefined}>
        <DataList caption={t.people} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/people/${id}`} empty={<EmptyState level={3} title={t.nobody}>{t.nobodyHint}</EmptyState>}
          columns={[
            { key: "name", label: round.member, render: (row) => row.name },
            { key: "age", label: t.sexAge, render: (row) => [row.sex && sexes[row.sex], ageOf(row)].filter(Boolean).join(" · ") || "—" },
            { key: "place", label: t.place, render: (row) => [row.communityName ?? t.noCommunity, row.laneName].filter(Boolean).join(" · ") },
            { key: "address", label: t.address, render: (row) => row.address ?? "—" },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}

/** The name of the place a list is narrowed to; null for everybody. */
function placeName(places: Awaited<ReturnType<typeof countSegment>>["places"], community: string | undefined, lane: string | undefined): { name: string | null } | null {
  if (lane) return { name: places.flatMap(({ lanes }) => lanes).find(({ id }) => id === lane)?.name ?? null };
  return community ? { name: places.find(({ id }) => id === community)?.name ?? null } : null;
}
