import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { teamsText } from "../messages/index.ts";
import { NewTeam } from "../model/forms.ts";
import { DAY_PARTS } from "../model/terms.ts";
import { foundTeam } from "../service/found-team.ts";

export const loader = ({ context }: LoaderFunctionArgs) => ({ today: sessionOf(context).today });

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await foundTeam(sessionOf(context), read(NewTeam));
    return redirect(`/teams/${id}/people`);
  });
}

export default function FoundTeamPage() {
  const { today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { found: t, title, dayParts, fields } = useText(teamsText);
  const texts = useRefusals(teamsText);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: title, to: "/teams" }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Card>
          <Form method="post" className="form">
            <IdempotencyField />
            <TextField name="name" label={t.name} maxLength={80} />
            <TextField name="areaWords" label={t.area} maxLength={120} optional />
            <TextField name="fromAge" label={t.fromAge} inputMode="numeric" width={4} defaultValue={75} />
            <CheckboxGroup name="parts" label={t.parts} short defaultValues={["morning", "afternoon"]} choices={DAY_PARTS.map((value) => ({ value, label: dayParts[value] }))} />
            <DayField name="begunOn" label={t.begunOn} defaultValue={today} />
            <FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>
          </Form>
        </Card>
      </FormScope>
    </>
  );
}
