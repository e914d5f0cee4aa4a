import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Checkbox, Chip, DataList, EmptyState, FilterBar, FormActions, FormScope, PageHeader, RefusalNote, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import { chooseVisits } from "../service/visits/choose-visits.ts";
import { listCandidates, type Candidate } from "../service/visits/list-candidates.ts";

const Filter = z.object({ community: z.uuid().optional().catch(undefined), q: z.string().trim().max(60).optional(), waiting: z.literal("yes").optional().catch(undefined) });
const Chosen = z.object({ id: listOf(z.uuid()), minutes: z.coerce.number().int().min(5).max(480) });
const planIdOf = (params: { planId?: string | undefined }) => readParam(params.planId, z.uuid());

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const query = Object.fromEntries([...new URL(request.url).searchParams].map(([key, value]) => [key, value.replaceAll("\0", "")] as const).filter(([, value]) => value !== ""));
  const { community, q, waiting } = Filter.catch({}).parse(query);
  const planId = planIdOf(params);
  return { planId, filter: { community, q, waiting }, today: session.today, ...(await listCandidates(session, planId, { communityId: community, q, waiting: waiting === "yes" })) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const planId = planIdOf(params);
    const { id: personIds, minutes } = read(Chosen);
    await chooseVisits(sessionOf(context), { planId, personIds, minutes });
    return redirect(`/rounds/${planId}`);
  });
}

export default function ChoosePeople() {
  const { planId, rows, more, filter, communities } = useLoaderData<typeof loader>();
  const { people: t, plan, list } = useText(routingText);
  const texts = useRefusals(routingText);
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: list.title, to: "/rounds" }, { label: plan.wanted, to: `/rounds/${planId}` }]} lead={t.lead} />
      <FilterBar>
        <Select name="community" label={t.community} empty={t.allCommunities} options={communities.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={filter.community} />
        <TextField name="q" label={t.search} defaultValue={filter.q} maxLength={60} />
        <Checkbox name="waiting" label={t.waiting} defaultChecked={filter.waiting === "yes"} />
      </FilterBar>
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        <Card flush><Candidates rows={rows} /></Card>
        {more > 0 ? <p className="soft">{t.more(more)}</p> : null}
        {rows.length > 0 ? (
          <Card>
            <Form method="post" id="choose" className="form">
              <IdempotencyField />
              <TextField name="minutes" label={t.minutes} inputMode="numeric" width={4} defaultValue={30} />
              <FormActions><SubmitButton tone="primary">{t.add}</SubmitButton></FormActions>
            </Form>
          </Card>
        ) : null}
      </FormScope>
    </>
  );
}

function Candidates({ rows }: { rows: readonly Candidate[] }) {
  const { today } = useLoaderData<typeof loader>();
  const { people: t } = useText(routingText);
  const language = useLanguage();
  return (
    <DataList caption={t.title} rows={rows} rowKey={({ personId }) => personId} pick={{ form: "choose", rowName: ({ name }) => name }}
      empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      columns={[
        { key: "name", label: t.name, render: (row) => <>{row.name} {row.chosen ? <Chip tone="ok">{t.chosen}</Chip> : null}</> },
        { key: "where", label: t.where, render: (row) => <>{[row.communityName, row.laneName].filter(Boolean).join(" · ") || "—"} {row.onMap ? null : <Chip tone="due">{t.offMap}</Chip>}</> },
        { key: "last", label: t.last, render: (row) => (row.lastOn === null ? <span className="soft">{t.never}</span> : formatDayOnly(row.lastOn, language, today)) },
        { key: "why", label: t.why, render: (row) => (row.quietDays !== null ? <Chip tone="due">{t.quiet(row.quietDays)}</Chip> : row.dueOn !== null ? <Chip tone={row.dueOn <= today ? "due" : "plain"}>{t.due(formatDayOnly(row.dueOn, language, today))}</Chip> : "—") },
      ]} />
  );
}
