import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, DataList, EmptyState, FormActions, FormScope, Notice, PageHeader, Pager, RefusalNote, StatRow, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingReviewText, matchingText, matchingTogetherText } from "../messages/index.ts";
import { sayCame, sayChange, sayExcluded } from "../messages/say-proposal.ts";
import { adoptRun } from "../service/rounds/adopt-run.ts";
import { FairnessCard } from "../ui/fairness/fairness-card.tsx";
import { showChanges, type ShownChanges } from "../service/rounds/show-changes.ts";

const RunNumber = z.coerce.number().int().min(1).max(1_000_000);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const query = new URL(request.url).searchParams;
  const changes = await showChanges(session, { roundId: readParam(params.roundId, z.uuid()), number: readParam(params.run, RunNumber), after: query.get("after"), afterLost: query.get("lost") });
  return { changes, today: session.today, manages: session.actor.capabilities.has("matching.manage") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const roundId = readParam(params.roundId, z.uuid());
    const { reason } = read(z.object({ reason: z.string().max(500).optional() }));
    await adoptRun(sessionOf(context), { roundId, number: readParam(params.run, RunNumber), reason });
    return redirect(`/matching/${roundId}`);
  });
}

export default function ShowChanges() {
  const { changes, today, manages } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { rounds } = useText(matchingPagesText);
  const { changes: t, noCommunity } = useText(matchingReviewText);
  const together = useText(matchingTogetherText);
  const texts = useRefusals(matchingText);
  const result = refused && "refusal" in refused ? refused : undefined;
  const { round, run, gap, names } = changes;
  const kind = run.asked?.kind ?? "again";
  const counts = run.changes ?? { kept: 0, added: 0, moved: 0, lost: 0, gone: 0 };
  const helperIds = run.asked && "helperIds" in run.asked ? run.asked.helperIds : [];
  const missing = gap.reduce((sum, { residents }) => sum + residents, 0);
  const calledIn = gap.reduce((sum, one) => sum + one.calledIn, 0);
  return (
    <>
      <title>{t.title[kind]}</title>
      <PageHeader title={t.title[kind]} lead={kind === "drill" ? t.drillLead(helperIds.length) : t.lead} crumbs={[{ label: rounds.title, to: "/matching" }, { label: rounds.number(round.number), to: `/matching/${round.id}` }]} />
      <RefusalNote of={result?.refusal} texts={texts} />
      {run.adoptedAt ? <Notice tone="ok">{t.adopted}</Notice> : null}
      <StatRow label={t.pairs(changes.pairsBefore, run.pairs)} stats={(["kept", "added", "moved", "lost", "gone"] as const).filter((key) => key !== "gone" || counts.gone > 0).map((key) => ({ label: t[key], value: counts[key] }))} />
      {helperIds.length > 0 ? <Card title={kind === "come_in" ? t.comers : t.dropped}><p>{helperIds.map((id) => names[id]).filter(Boolean).join("、")}{helperIds.some((id) => !names[id]) ? " …" : ""}</p></Card> : null}
      {helperIds.length > 0 ? <Card><p>{t.gap(missing)}{missing > 0 ? <b>{` ${gap.map(({ place, residents }) => t.gapAt(place ?? noCommunity, residents)).join(" · ")}`}</b> : null}</p>{calledIn > 0 ? <p>{t.calledIn(calledIn)}</p> : null}</Card> : null}
      {counts.added + counts.moved + counts.lost + counts.gone === 0 ? <Card><EmptyState title={t.none} /></Card> : null}
      <Moved changes={changes} />
      <Lost changes={changes} />
      {kind === "again" && run.choices ? <FairnessCard choices={run.choices} used={run.rules.fairness?.mode ?? "hardest_first"} places={changes.places} today={today} /> : null}
      {manages && !run.adoptedAt ? (
        <FormScope result={result} texts={texts}><Form method="post" className="form"><IdempotencyField />
          {run.asked?.kind === "forbid" && run.asked.reason === "" ? <TextField name="reason" label={together.reasonToForbid} maxLength={500} /> : null}
          <FormActions>{kind === "drill" ? null : <SubmitButton>{t.adopt}</SubmitButton>}<ButtonLink to={`/matching/${round.id}`}>{t.leave}</ButtonLink></FormActions>
        </Form></FormScope>
      ) : null}
    </>
  );
}

function Moved({ changes: { moved, names } }: { changes: ShownChanges }) {
  const { changes: t } = useText(matchingReviewText);
  const text = useText(matchingText);
  const nameOf = (id: string) => names[id] ?? "";
  if (moved.rows.length === 0) return null;
  return (
    <>
      <Card flush title={t.movedTitle}>
        <DataList caption={t.movedTitle} rows={moved.rows} rowKey={({ position }) => String(position)} empty={null} columns={[
          { key: "resident", label: t.resident, render: ({ residentId }) => nameOf(residentId) },
          { key: "was", label: t.was, render: ({ came }) => (came?.was ? nameOf(came.was) : t.nobody) },
          { key: "now", label: t.now, render: ({ helperId }) => <b>{nameOf(helperId)}</b> },
          { key: "why", label: t.why, render: ({ came }) => (came ? sayCame(text, came, nameOf) : "") },
        ]} />
      </Card>
      <Pager before={moved.before} after={moved.after} />
    </>
  );
}

function Lost({ changes: { lost, names } }: { changes: ShownChanges }) {
  const { changes: t } = useText(matchingReviewText);
  const text = useText(matchingText);
  const nameOf = (id: string) => names[id] ?? "";
  if (lost.rows.length === 0) return null;
  return (
    <Card flush title={t.lostTitle} aside={lost.next ? <ButtonLink to={`?lost=${lost.next}`}>{t.lost}</ButtonLink> : undefined}>
      <DataList caption={t.lostTitle} rows={lost.rows} rowKey={({ position }) => String(position)} empty={null} columns={[
        { key: "resident", label: t.resident, render: ({ residentId }) => nameOf(residentId) },
        { key: "was", label: t.was, render: (row) => (row.lost?.was ? nameOf(row.lost.was) : t.nobody) },
        { key: "why", label: t.why, render: (row) => (row.lost ? sayCame(text, row.lost, nameOf) : "") },
        { key: "now", label: t.now, render: (row) => (row.change ? sayChange(text, row.change, nameOf) : sayExcluded(text, row).join(" · ")) },
      ]} />
    </Card>
  );
}
