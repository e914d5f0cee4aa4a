import { Form, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink, Card, Chip, DataList, EmptyState, FormActions, Notice, PageHeader, RefusalNote, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingText, matchingTogetherText } from "../messages/index.ts";
import { acceptMany } from "../service/together/accept-many.ts";
import { listAcceptable, MOST_TOGETHER } from "../service/together/list-acceptable.ts";
import { nameRefused } from "../service/together/name-refused.ts";
import { withdrawAsked } from "../service/together/withdraw-asked.ts";
import { KeptFilter, USUAL_FIT } from "../ui/together/accept-together.tsx";
import { reviewQueryOf } from "../ui/review-query.ts";
import { Outcome } from "../ui/together/together-outcome.tsx";

const Move = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accept"), run: z.coerce.number().int().min(1), pair: listOf(z.string().transform((text) => text.split(" ")).pipe(z.tuple([z.uuid(), z.uuid()]))) }),
  z.object({ kind: z.literal("withdraw"), id: listOf(z.uuid()) }),
]);
const Fit = z.coerce.number().int().min(0).max(100).catch(USUAL_FIT);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const [query, fit] = [reviewQueryOf(searchParams), Fit.parse(searchParams.get("fit") ?? undefined)];
  return { query, fit, most: MOST_TOGETHER, ...await listAcceptable(sessionOf(context), readParam(params.roundId, z.uuid()), query, fit) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const { lang } = webOf(context);
  return submit(request, lang, async ({ read }) => {
    const [session, roundId, move] = [sessionOf(context), readParam(params.roundId, z.uuid()), read(Move)];
    if (move.kind === "withdraw") {
      const { done, refused } = await withdrawAsked(session, { roundId, pairIds: move.id, words: matchingTogetherText[lang].words });
      return { went: { kind: move.kind, pairIds: done.map(({ pairId }) => pairId), refused: await nameRefused(session, refused) } };
    }
    const { done, refused } = await acceptMany(session, { roundId, run: move.run, pairs: move.pair.map(([residentId, helperId]) => ({ residentId, helperId })) });
    return { went: { kind: move.kind, pairIds: done.map(({ pairId }) => pairId), refused: await nameRefused(session, refused) } };
  });
}

export default function AcceptMany() {
  const { round, query, fit } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { rounds } = useText(matchingPagesText);
  const t = useText(matchingTogetherText);
  const texts = useRefusals(matchingText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: rounds.title, to: "/matching" }, { label: rounds.number(round.number), to: `/matching/${round.id}` }]} />
      <RefusalNote of={outcome && "refusal" in outcome ? outcome.refusal : undefined} texts={texts} />
      {outcome && "went" in outcome ? <Outcome went={outcome.went} /> : null}
      <Form method="get" className="form">
        <KeptFilter query={query} />
        <TextField name="fit" label={t.start.label} type="number" inputMode="numeric" width={4} defaultValue={fit} />
        <div className="cluster"><Button type="submit">{t.show}</Button></div>
      </Form>
      <Preview />
      <Asked />
    </>
  );
}

/** Exactly the pairs that would be accepted, what follows, and the button. */
function Preview() {
  const { round, run, pairs, more, fit, most, names } = useLoaderData<typeof loader>();
  const t = useText(matchingTogetherText);
  const { rounds } = useText(matchingPagesText);
  if (pairs.length === 0) return <Card><EmptyState title={t.none}>{t.noneHint}</EmptyState></Card>;
  return (
    <>
      <Card flush title={t.listed(pairs.length, fit)}>
        <DataList caption={t.listed(pairs.length, fit)} rows={pairs} rowKey={({ residentId, helperId }) => residentId + helperId} empty={null} columns={[
          { key: "resident", label: t.resident, render: ({ residentId }) => names[residentId] ?? "" },
          { key: "helper", label: t.helper, render: ({ helperId }) => names[helperId] ?? "" },
          { key: "fit", label: t.fit, end: true, render: (row) => <>{row.locked ? <Chip tone="plain">{t.locked}</Chip> : null} {row.fit}</> },
        ]} />
      </Card>
      {more ? <Notice tone="due">{t.more(most)}</Notice> : null}
      <Form method="post" className="form">
        <IdempotencyField /><input type="hidden" name="kind" value="accept" /><input type="hidden" name="run" value={run} />
        {pairs.map(({ residentId, helperId }) => <input key={residentId + helperId} type="hidden" name="pair" value={`${residentId} ${helperId}`} />)}
        <p className="measure">{t.what(pairs.length)}</p>
        <p className="soft measure">{t.each}</p>
        <FormActions><SubmitButton>{t.confirm(pairs.length)}</SubmitButton><ButtonLink to={`/matching/${round.id}`}>{rounds.number(round.number)}</ButtonLink></FormActions>
      </Form>
    </>
  );
}

const FORM = "taken-back";

function Asked() {
  const { asked, names } = useLoaderData<typeof loader>();
  const t = useText(matchingTogetherText);
  if (asked.length === 0) return null;
  return (
    <Card title={t.asked}>
      <p className="soft measure">{t.askedLead}</p>
      <DataList caption={t.asked} rows={asked} rowKey={({ pairId }) => pairId} rowTo={({ pairId }) => `/pairs/${pairId}`} empty={null}
        pick={{ form: FORM, rowName: ({ residentId, helperId }) => `${names[residentId]} · ${names[helperId]}` }} columns={[
          { key: "resident", label: t.resident, render: ({ residentId }) => names[residentId] ?? "" },
          { key: "helper", label: t.helper, render: ({ helperId }) => names[helperId] ?? "" },
        ]} />
      <Form method="post" id={FORM} className="stack"><IdempotencyField /><Button type="submit" name="kind" value="withdraw">{t.withdraw}</Button></Form>
    </Card>
  );
}
