import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink, Card, Chip, EmptyState, PageHeader, Pager, RefusalNote, StatRow, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingReviewText, matchingText, matchingTogetherText } from "../messages/index.ts";
import { decidePair } from "../service/rounds/decide-pair.ts";
import { requestRun } from "../service/rounds/request-run.ts";
import { requestTrial } from "../service/rounds/request-trial.ts";
import { showRound } from "../service/rounds/show-round.ts";
import { shownInCard } from "../ui/decide-forms.tsx";
import { Comparison } from "../ui/fairness/comparison.tsx";
import { AcceptTogether } from "../ui/together/accept-together.tsx";
import { OpenedCard, ProposalCard } from "../ui/proposal-card.tsx";
import { RecruitList } from "../ui/recruit-list.tsx";
import { ReviewFilters } from "../ui/review-filters.tsx";
import { reviewQueryOf } from "../ui/review-query.ts";
import { UnmatchedCard } from "../ui/unmatched-card.tsx";
import { useReviewKeys } from "../ui/use-review-keys.ts";
import { wordSides } from "../ui/word-sides.ts";
import type { WordedRound } from "../ui/worded-round.ts";

const Two = { residentId: z.uuid(), helperId: z.uuid() };
const Move = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["compute", "try_again", "compare"]) }),
  z.object({ kind: z.enum(["accept", "lock", "unlock", "try_lock"]), ...Two }),
  z.object({ kind: z.enum(["forbid", "override", "try_forbid", "try_drop_out"]), ...Two, reason: z.string().max(500).optional() }),
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { searchParams } = new URL(request.url);
  const query = reviewQueryOf(searchParams);
  const who = searchParams.get("who")?.trim();
  const round = await showRound(session, readParam(params.roundId, z.uuid()), { ...query, ...(who && { who }) });
  return { round: { ...round, sides: wordSides(round.sides, webOf(context).lang) }, query, today: session.today, manages: session.actor.capabilities.has("matching.manage") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const roundId = readParam(params.roundId, z.uuid());
    const move = read(Move);
    switch (move.kind) {
      case "compute": return redirect(`/jobs/${(await requestRun(session, roundId)).jobId}`);
      case "try_again": return redirect(`/jobs/${(await requestTrial(session, roundId, { kind: "again" })).jobId}`);
      case "compare": return redirect(`/jobs/${(await requestTrial(session, roundId, { kind: "again" }, { compare: true })).jobId}`);
      case "try_lock": return redirect(`/jobs/${(await requestTrial(session, roundId, { kind: "lock", residentId: move.residentId, helperId: move.helperId })).jobId}`);
      case "try_forbid": return redirect(`/jobs/${(await requestTrial(session, roundId, { kind: "forbid", residentId: move.residentId, helperId: move.helperId, reason: move.reason ?? "" })).jobId}`);
      case "try_drop_out": return redirect(`/jobs/${(await requestTrial(session, roundId, { kind: "drop_out", helperIds: [move.helperId] })).jobId}`);
      default: {
        await decidePair(session, { roundId, residentId: move.residentId, helperId: move.helperId, kind: move.kind, ...("reason" in move && { reason: move.reason }) });
        return redirect(`/matching/${roundId}${new URL(request.url).search}`);
      }
    }
  });
}

export default function ReviewRound() {
  const { round, query, today, manages } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { review: t, rounds } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  const text = useText(matchingText);
  const texts = useRefusals(matchingText);
  useReviewKeys();
  const result = refused && "refusal" in refused ? refused : undefined;
  const { run, counts } = round;
  const cards = run ? [...run.proposals, ...round.besides, ...run.unmatched] : [];
  return (
    <>
      <title>{`${rounds.number(round.number)} · ${rounds.title}`}</title>
      <PageHeader title={counts ? t.title(counts.total + counts.besides, counts.left) : t.notComputed} crumbs={[{ label: rounds.title, to: "/matching" }]} lead={rounds.number(round.number)}
        chips={run ? <Chip tone="ok">{text.proven}</Chip> : undefined} actions={<Actions round={round} manages={manages} />} />
      <RefusalNote of={shownInCard(result) ? undefined : result?.refusal} texts={texts} />
      {counts ? <StatRow plain label={rounds.number(round.number)} stats={[
        { label: t.reviewed, value: `${counts.states.opened + counts.besides} / ${counts.total + counts.besides}` },
        { label: rounds.inIt, value: <span className="small">{rounds.people(round.members.residents, round.members.helpers)}</span> },
      ]} /> : <Card><EmptyState title={t.notComputed}>{t.notComputedHint}</EmptyState></Card>}
      {counts ? <ReviewFilters query={query} counts={counts} places={round.places} /> : null}
      {counts && manages && counts.states.undecided + counts.states.locked > 0 ? <AcceptTogether round={round} query={query} /> : null}
      {run && cards.length === 0 ? <Card><EmptyState title={more.nothing}>{more.nothingHint}</EmptyState></Card> : null}
      {run?.proposals.map((proposal) => <ProposalCard key={proposal.residentId + proposal.helperId} proposal={proposal} round={round} today={today} manages={manages} refused={result} />)}
      {round.besides.map((pair) => <OpenedCard key={pair.pairId} pair={pair} round={round} today={today} />)}
      {run?.unmatched.map((one) => <UnmatchedCard key={one.residentId} unmatched={one} round={round} manages={manages} />)}
      <Pager before={round.pages.before} after={round.pages.after} />
      {run && !query.show && !query.after && !query.before ? <Recruiting round={round} /> : null}
      {run && !query.show && !query.after && !query.before ? <Comparison round={round} today={today} manages={manages} /> : null}
    </>
  );
}

const RECRUITS_SHOWN = 5;

function Recruiting({ round }: { round: WordedRound }) {
  const { recruit: t } = useText(matchingReviewText);
  return (
    <Card flush title={t.title} aside={<ButtonLink to={`/matching/${round.id}/map`}>{t.all}</ButtonLink>}>
      <p className="soft measure">{t.lead}</p>
      <RecruitList recruits={round.run!.recruitment.filter(({ laneId }) => !laneId).slice(0, RECRUITS_SHOWN)} places={round.places} />
    </Card>
  );
}

function Actions({ round, manages }: { round: WordedRound; manages: boolean }) {
  const { review: t } = useText(matchingPagesText);
  const more = useText(matchingReviewText);
  const together = useText(matchingTogetherText);
  return (
    <>
      {round.run ? <ButtonLink to={`/matching/${round.id}/map`}>{more.map}</ButtonLink> : null}
      {round.run ? <ButtonLink to={`/matching/${round.id}/export`}>{more.exportTo}</ButtonLink> : null}
      {round.run ? <ButtonLink to={`/matching/${round.id}/export?as=csv`}>{together.csv}</ButtonLink> : null}
      {round.run ? <ButtonLink to={`/matching/${round.id}/print`}>{more.print}</ButtonLink> : null}
      {manages && round.run ? <ButtonLink to={`/matching/${round.id}/drill`}>{more.drill}</ButtonLink> : null}
      {manages ? <ButtonLink to={`/matching/${round.id}/settings`}>{t.settings}</ButtonLink> : <Link to="/pairs">{t.opened}</Link>}
      {manages ? (
        <Form method="post"><IdempotencyField />
          {round.run ? <Button type="submit" name="kind" value="try_again">{t.again}</Button> : <SubmitButton name="kind" value="compute">{t.compute}</SubmitButton>}
        </Form>
      ) : null}
    </>
  );
}
