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
import { PairSteps } from "../ui/pair-steps.tsx";
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
  const ageOf = (birthOn: string) => review.years(ageOn(birthOn, today));
  const coming = pair.state === "asked" || pair.state === "accepted";
  const title = t.title(pair.resident.name, pair.helper.name);
  const history = pair.events.map((event, index) => {
    const note = [event.kind === "ended" ? text.endReasons[event.reason] : null, pair.history[index]?.words, pair.history[index]?.recordedByName].filter(Boolean).join(" · ");
    return { key: String(index), when: formatDay(event.on, language, today), at: event.on, title: sentence(event, t, text), note };
  });
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: pairs.title, to: "/pairs" }]} lead={t.rhythm(pair.rhythmDays)} chips={<Chip tone={STATE_TONES[pair.state]}>{text.states[pair.state]}</Chip>}
        actions={visits ? <ButtonLink to={`/visits?pair=${pair.id}`}>{t.visits}</ButtonLink> : undefined} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        {coming && !pair.ready.helperEligible ? <Notice tone="due">{t.ready.helper}</Notice> : null}
        {coming && !pair.ready.consentStands ? <Notice tone="due">{t.ready.consent}</Notice> : null}
        {pair.safetyNote ? <Notice tone="due">{pair.safetyNote}</Notice> : null}
        <Columns>
          <div className="stack">
            {manages ? <Card title={t.next}><PairSteps pair={pair} today={today} /></Card> : null}
            <Card title={t.history}><Timeline label={t.history} items={history} /></Card>
          </div>
          <Card><Facts facts={[...factsOf(pair, "resident", text.sides.resident, ageOf), ...factsOf(pair, "helper", text.sides.helper, ageOf), ...linksOf(pair, t)]} /></Card>
        </Columns>
      </FormScope>
    </>
  );
}

function factsOf(pair: ShownPair, side: "resident" | "helper", label: string, ageOf: (birthOn: string) => string) {
  const { id, name, birthOn, communityName, phones } = pair[side];
  const about = [birthOn ? ageOf(birthOn) : null, communityName].filter(Boolean).join(" · ");
  const numbers = phones.filter(({ kind }) => kind === "mobile" || kind === "landline").map(({ value }) => value).join("、");
  return [{ label, value: <><Link to={`/people/${id}`}>{name}</Link>{about ? ` ${about}` : ""}{numbers ? <><br /><span className="small">{numbers}</span></> : null}</> }];
}

function linksOf(pair: ShownPair, t: typeof matchingPagesText.zh.pair) {
  const former = pair.replacesId ? [{ label: t.former, value: <Link to={`/pairs/${pair.replacesId}`}>{t.former}</Link> }] : [];
  return pair.followerId ? [...former, { label: t.follower, value: <Link to={`/pairs/${pair.followerId}`}>{t.follower}</Link> }] : former;
}

function sentence(event: PairEvent, t: typeof matchingPagesText.zh.pair, { sides }: typeof matchingText.zh): string {
  if (event.kind === "asked") return t.asked(sides[event.side]);
  if (event.kind === "answered") return t.answered[event.answer](sides[event.side]);
  return t.events[event.kind];
}
