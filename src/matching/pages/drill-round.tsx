import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, CheckboxGroup, EmptyState, FormActions, FormScope, PageHeader, RefusalNote, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { matchingPagesText, matchingReviewText, matchingText } from "../messages/index.ts";
import { requestTrial } from "../service/rounds/request-trial.ts";
import { showRound } from "../service/rounds/show-round.ts";

const Fields = z.object({ percent: z.coerce.number().int().min(1).max(100).optional(), helperIds: listOf(z.uuid()) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, number, run, helpers, members, sides } = await showRound(sessionOf(context), readParam(params.roundId, z.uuid()), { show: "forbidden" });
  return { id, number, computed: run !== null, members, people: helpers.map((value) => ({ value, label: sides[value]?.name ?? "" })) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { percent, helperIds } = read(Fields);
    const { jobId } = await requestTrial(sessionOf(context), readParam(params.roundId, z.uuid()), { kind: "drill", helperIds, percent: helperIds.length > 0 ? null : percent ?? null });
    return redirect(`/jobs/${jobId}`);
  });
}

export default function DrillRound() {
  const { id, number, computed, members, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { rounds } = useText(matchingPagesText);
  const { drillPage: t } = useText(matchingReviewText);
  const texts = useRefusals(matchingText);
  const result = refused && "refusal" in refused ? refused : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: rounds.title, to: "/matching" }, { label: rounds.number(number), to: `/matching/${id}` }]} />
      {computed ? (
        <Card>
          <FormScope result={result} texts={texts}>
            <Form method="post" className="form">
              <RefusalNote of={result?.refusal} texts={texts} />
              <IdempotencyField />
              <p className="soft">{rounds.people(members.residents, members.helpers)}</p>
              <TextField name="percent" label={t.percent} hint={t.percentHint} type="number" inputMode="numeric" width={4} defaultValue={30} />
              {people.length > 0 ? <><p>{t.or}</p><CheckboxGroup short name="helperIds" label={t.people} choices={people} /></> : null}
              <FormActions><SubmitButton>{t.start}</SubmitButton></FormActions>
            </Form>
          </FormScope>
        </Card>
      ) : <Card><EmptyState title={t.none} /></Card>}
    </>
  );
}
