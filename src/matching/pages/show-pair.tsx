import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, Columns, Facts, FormScope, Notice, PageHeader, RefusalNote, Timeline } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingText } from "../messages/index.ts";
import type { PairEvent } from "../model/pair.ts";
import { replacePair } from "../service/pairs/replace-pair.ts";
import { showPair, type ShownPair } from "../service/pairs/show-pair.ts";
import { PairStep, stepPair } from "../service/pairs/step-pair.ts";
import { formOf, PairSteps } from "../ui/pair-steps.tsx";
import { STATE_TONES } from "../ui/state-tones.ts";

const Version = z.object({ version: z.coerce.number().int() });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { pair: await showPair(session, readParam(params.pairId, z.uuid())), today: session.today, manages: session.actor.capabilities.has("matching.manage"), visits: session.actor.capabilities.has("visits.read") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const session = sessionOf(context);
    const pairId = readParam(params.pairId, z.uuid());
    if (data.get("kind") === "replaced") {
      const { helperId, reviewed } = read(z.object({ helperId: z.uuid(), reviewed: z.string().optional() }));
      const next = await replacePair(session, { pairId, helperId, reviewedOn: reviewed ? session.today : null });
      return redirect(`/pairs/${next.pairId}`);
    }
    await stepPair(session, { pairId, version: read(Version).version, step: read(PairStep) });
    return redirect(`/pairs/${pairId}`);
  });
}

export default function ShowPair() {
  const { pair, today, manages, visits } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { pair: t, pairs, review } = useText(matchingPagesText);
  const text = useText(matchingText);
  const texts = useRefusals(matchingText);
  const language = useLanguage();
  const result = refused && "refusal" in refused ? refused : undefined;
  const coming = pair.state === "asked" || pair.state === "accepted";
  const title = t.title(pair.resident.name, pair.helper.name);
  const history = pair.events.map((event, index) => {
    const note = [event.kind === "ended" ? text.endReasons[event.reason] : null, pair.history[index]?.words, pair.history[index]?.recordedByName].filter(Boolean).join(" · ");
    return { key: String(index), when: formatDay(event.on, language, today), at: event.on, title: sentence(event, t, text), note };
  });
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: pairs.title, to: "/pairs" }]} lead={t.rhythm(pair.rhythmDays)} chips={<Chip tone={STATE_TONES[pair.live]}>{text.states[pair.live]}</Chip>}
        actions={visits ? <ButtonLink to={`/visits?pair=${pair.id}`}>{t.visits}</ButtonLink> : undefined} />
      <FormScope form={formOf(result)} result={result} texts={texts}><RefusalNote of={result?.refusal} texts={texts} /></FormScope>
      {coming && !pair.ready.helperEligible ? <Notice tone="due">{pair.ready.inReserve ? t.ready.reserve : t.ready.helper}{pair.ready.volunteerId ? <> <Link to={`/volunteers/${pair.ready.volunteerId}`}>{t.ready.open}</Link></> : null}</Notice> : null}
      {pair.live === "suspended" ? <Notice tone="late">{t.suspended}{pair.ready.volunteerId ? <> <Link to={`/volunteers/${pair.ready.volunteerId}`}>{t.ready.open}</Link></> : null}</Notice> : null}
      {coming && !pair.ready.consentStands ? <Notice tone="due">{t.ready.consent}</Notice> : null}
      {pair.safetyNote ? <Notice tone="due">{pair.safetyNote}</Notice> : null}
      <Columns>
        <div className="stack">
          {manages ? <Card title={t.next}><PairSteps pair={pair} today={today} refused={result} /></Card> : null}
          <Card title={t.history}><Timeline label={t.history} items={history} /></Card>
        </div>
        <Card><Facts facts={[factOf(pair, "resident", { label: text.sides.resident, years: review.years, today }), factOf(pair, "helper", { label: text.sides.helper, years: review.years, today }), ...linksOf(pair, t)]} /></Card>
      </Columns>
    </>
  );
}

/** Who a side is, and where to ring: another's number with whose it is. */
function factOf(pair: ShownPair, side: "resident" | "helper", { label, years, today }: { label: string; years: (age: number) => string; today: string }) {
  const { id, name, birthOn, communityName, phones } = pair[side];
  const about = [birthOn ? years(ageOn(birthOn, today)) : null, communityName].filter(Boolean).join(" · ");
  const numbers = phones.filter(({ kind }) => kind === "mobile" || kind === "landline");
  return { label, value: (
    <>
      <Link to={`/people/${id}`}>{name}</Link>{about ? ` ${about}` : ""}
      {numbers.map(({ value, whose, holderName, relation }) => <div key={value} className="small">{[value, ...(whose === "other" ? [holderName, relation] : [])].filter(Boolean).join(" · ")}</div>)}
    </>
  ) };
}

function linksOf(pair: ShownPair, t: typeof matchingPagesText.zh.pair) {
  const link = (label: string, pairId: string) => ({ label, value: <Link to={`/pairs/${pairId}`} aria-label={`${t.look} ${label}`}>{t.look}</Link> });
  return [...(pair.replacesId ? [link(t.former, pair.replacesId)] : []), ...(pair.followerId ? [link(t.follower, pair.followerId)] : [])];
}

function sentence(event: PairEvent, t: typeof matchingPagesText.zh.pair, { sides }: typeof matchingText.zh): string {
  if (event.kind === "asked") return t.asked(sides[event.side]);
  if (event.kind === "answered") return t.answered[event.answer](sides[event.side]);
  return t.events[event.kind];
}
