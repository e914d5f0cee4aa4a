import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, EmptyState, PageHeader, RefusalNote, StatRow, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursInWords, type Weekday } from "#volunteering/index.ts";
import { matchingPagesText, matchingText } from "../messages/index.ts";
import { decidePair } from "../service/rounds/decide-pair.ts";
import { requestRun } from "../service/rounds/request-run.ts";
import { showRound } from "../service/rounds/show-round.ts";
import { shownInCard } from "../ui/decide-forms.tsx";
import { OpenedCard, ProposalCard } from "../ui/proposal-card.tsx";
import { UnmatchedCard } from "../ui/unmatched-card.tsx";
import type { WordedRound } from "../ui/worded-round.ts";
import { useReviewKeys } from "../ui/use-review-keys.ts";

const Move = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("compute") }),
  z.object({ kind: z.enum(["accept", "lock", "unlock"]), residentId: z.uuid(), helperId: z.uuid() }),
  z.object({ kind: z.enum(["forbid", "override"]), residentId: z.uuid(), helperId: z.uuid(), reason: z.string().max(500).optional() }),
]);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const round = await showRound(session, readParam(params.roundId, z.uuid()));
  const { lang } = webOf(context);
  const sides = Object.fromEntries(Object.entries(round.sides).map(([id, side]) =>
    [id, { ...side, hoursInWords: hoursInWords(side.hours.map(({ weekday, from, to }) => ({ weekday: weekday as Weekday, from, to })), lang) }]));
  return { round: { ...round, sides }, today: session.today, manages: session.actor.capabilities.has("matching.manage") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const roundId = readParam(params.roundId, z.uuid());
    const move = read(Move);
    if (move.kind === "compute") {
      const { jobId } = await requestRun(session, roundId);
      return redirect(`/jobs/${jobId}`);
    }
    await decidePair(session, { roundId, ...move });
    return redirect(`/matching/${roundId}`);
  });
}

export default function ReviewRound() {
  const { round, today, manages } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { review: t, rounds } = useText(matchingPagesText);
  const text = useText(matchingText);
  const texts = useRefusals(matchingText);
  useReviewKeys();
  const result = refused && "refusal" in refused ? refused : undefined;
  const { run } = round;
  const openedOf = (residentId: string) => round.opened.find((pair) => pair.residentId === residentId);
  const left = (run?.unmatched ?? []).filter(({ residentId }) => !openedOf(residentId));
  // A pair opened by hand, or before the round was computed again, is no proposal of this run but still its outcome.
  const proposals = (run?.proposals ?? []).filter(({ residentId, helperId }) => (openedOf(residentId)?.helperId ?? helperId) === helperId);
  const besides = round.opened.filter((pair) => !proposals.some(({ residentId }) => residentId === pair.residentId));
  return (
    <>
      <title>{`${rounds.number(round.number)} · ${rounds.title}`}</title>
      <PageHeader title={run ? t.title(proposals.length + besides.length, left.length) : t.notComputed} crumbs={[{ label: rounds.title, to: "/matching" }]} lead={rounds.number(round.number)}
        chips={run ? <Chip tone="ok">{text.proven}</Chip> : undefined} actions={<Actions round={round} manages={manages} />} />
      <RefusalNote of={shownInCard(result) ? undefined : result?.refusal} texts={texts} />
      {run ? <StatRow plain label={rounds.number(round.number)} stats={[
        { label: t.reviewed, value: `${round.opened.length} / ${proposals.length + besides.length}` },
        { label: rounds.inIt, value: <span className="small">{rounds.people(round.members.residents.length, round.members.helpers.length)}</span> },
      ]} /> : <Card><EmptyState title={t.notComputed}>{t.notComputedHint}</EmptyState></Card>}
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.residentId + proposal.helperId} proposal={proposal} round={round} today={today} manages={manages} refused={result}
          opened={openedOf(proposal.residentId)?.pairId ?? null} />
      ))}
      {besides.map((pair) => <OpenedCard key={pair.pairId} pair={pair} round={round} today={today} />)}
      {left.map((one) => <UnmatchedCard key={one.residentId} unmatched={one} round={round} manages={manages} />)}
    </>
  );
}

function Actions({ round, manages }: { round: WordedRound; manages: boolean }) {
  const { review: t } = useText(matchingPagesText);
  if (!manages) return <Link to="/pairs">{t.opened}</Link>;
  return (
    <>
      <ButtonLink to={`/matching/${round.id}/settings`}>{t.settings}</ButtonLink>
      <Form method="post"><IdempotencyField /><SubmitButton tone={round.run ? "plain" : "primary"} name="kind" value="compute">{round.run ? t.again : t.compute}</SubmitButton></Form>
    </>
  );
}
