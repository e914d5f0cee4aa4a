import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { teamsText } from "../messages/index.ts";
import { NewRequest } from "../model/forms.ts";
import { DAY_PARTS, KINDS } from "../model/terms.ts";
import { askTeam } from "../service/requests/ask-team.ts";
import { showTeam } from "../service/show-team.ts";

const idOf = (params: { teamId?: string | undefined }) => readParam(params.teamId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { team, elders } = await showTeam(session, idOf(params));
  return { team, elders: elders.filter(({ agrees }) => agrees).map(({ id, elderName, laneName }) => ({ id, elderName, laneName })), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await askTeam(sessionOf(context), idOf(params), read(NewRequest));
    return redirect(`/teams/${idOf(params)}`);
  });
}

export default function AskTeamPage() {
  const { team, elders, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { ask: t, kinds, dayParts, fields } = useText(teamsText);
  const texts = useRefusals(teamsText);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: team.name, to: `/teams/${team.id}` }]} />
      {elders.length === 0 ? <EmptyState title={t.nobody} /> : (
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
          <Card>
            <Form method="post" className="form">
              <IdempotencyField />
              <Select name="elderId" label={t.elder} options={elders.map(({ id, elderName, laneName }) => ({ value: id, label: [elderName, laneName].filter(Boolean).join(" · ") }))} />
              <div className="stack short-choices">
                <RadioCards name="kind" label={t.kind} defaultValue="company" choices={KINDS.map((value) => ({ value, label: kinds[value] }))} />
                <RadioCards name="wantedPart" label={t.wantedPart} defaultValue="morning" choices={DAY_PARTS.map((value) => ({ value, label: dayParts[value] }))} />
              </div>
              <DayField name="wantedOn" label={t.wantedOn} min={today} defaultValue={today} />
              <TextField name="words" label={t.words} hint={t.wordsHint} maxLength={300} optional />
              <SubmitButton big>{t.save}</SubmitButton>
            </Form>
          </Card>
        </FormScope>
      )}
    </>
  );
}
