import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { BarLine, ButtonLink, Card, MapView, PageHeader } from "#platform/ui/index.ts";
import type { Place } from "#platform/ui/plain.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { pictureOfPlaces } from "#places/index.ts";
import { matchingPagesText, matchingReviewText } from "../messages/index.ts";
import { mapRound } from "../service/rounds/map-round.ts";
import { RecruitList } from "../ui/recruit-list.tsx";

/** So many lines are told in words; the map draws them all. */
const LINES_TOLD = 12;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { mapPage: t, recruit } = matchingReviewText[webOf(context).lang];
  const { id, number, units, matched, left, lines, recruitment, lanes } = await mapRound(sessionOf(context), readParam(params.roundId, z.uuid()));
  const inIt = (unitId: string) => (matched.get(unitId) ?? 0) + (left.get(unitId) ?? 0);
  const hrefOf = (unitId: string, show = "") => `/matching/${id}?community=${unitId}${show}`;
  const picture = pictureOfPlaces(units, units.map((unit) => ({ communityId: unit.id, laneId: null, count: inIt(unit.id) })), (unit) => hrefOf(unit.id));
  const places = picture.places.filter(({ count }) => count > 0).map((place): Place => ({ ...place, parts: partsOf(place.code) }));
  function partsOf(code: string): Place[] {
    const recruits = (recruitment.find(({ communityId }) => communityId === code)?.lines ?? []).filter(({ atMost }) => atMost > 0);
    return [
      { code: `${code}-matched`, name: t.matched, count: matched.get(code) ?? 0, to: hrefOf(code) }, { code: `${code}-left`, name: t.left, count: left.get(code) ?? 0, to: hrefOf(code, "&show=left") },
      ...recruits.map(({ laneId, atMost }) => ({ code: `${code}-wanted-${laneId ?? ""}`, name: laneId ? recruit.atLane(lanes[laneId] ?? "") : t.wanted, count: atMost })),
    ];
  }
  return { id, number, places, shapes: picture.shapes, lines, recruitment: recruitment.flatMap((group) => group.lines), names: { ...lanes, ...Object.fromEntries(units.map((unit) => [unit.id, unit.name])) } };
}

export default function MapRound() {
  const { id, number, places, shapes, lines, recruitment, names } = useLoaderData<typeof loader>();
  const { rounds } = useText(matchingPagesText);
  const { mapPage: t, recruit } = useText(matchingReviewText);
  const most = lines[0]?.pairs ?? 1;
  return (
    <>
      <title>{`${t.title} · ${rounds.number(number)}`}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: rounds.title, to: "/matching" }, { label: rounds.number(number), to: `/matching/${id}` }]} actions={<ButtonLink to={`/matching/${id}`}>{rounds.number(number)}</ButtonLink>} />
      <Card><MapView label={t.residents} places={places} shapes={shapes} lines={lines} /></Card>
      <Card title={t.lines}>
        {lines.length === 0 ? <p className="soft">{t.noLines}</p> : (
          <div className="stack tight">{lines.slice(0, LINES_TOLD).map(({ from, to, pairs }) => <BarLine key={from + to} label={t.line(names[from] ?? "", names[to] ?? "")} share={pairs / most} text={t.pairs(pairs)} />)}</div>
        )}
      </Card>
      <Card flush title={recruit.title}><p className="soft measure">{recruit.lead}</p><RecruitList recruits={recruitment} places={names} /></Card>
    </>
  );
}
