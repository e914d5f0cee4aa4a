import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { addDays } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../../messages/index.ts";
import { NewRound } from "../../model/round/round.ts";
import { createRound } from "../../service/rounds/create-round.ts";
import { listSegments } from "../../service/segments/list-segments.ts";
import { refusedOf } from "../../ui/refused.ts";

const MODES = ["phone", "visit", "snowball"] as const;
/** A round usually takes about six weeks. */
const USUAL_DAYS = 42;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const segments = (await listSegments(session)).map(({ id, name, persons }) => ({ id, name, persons }));
  const asked = new URL(request.url).searchParams.get("segment");
  return { segments, chosen: segments.find(({ id }) => id === asked) ?? segments[0] ?? null, opensOn: session.today, dueOn: addDays(session.today, USUAL_DAYS) };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await createRound(sessionOf(context), read(NewRound));
    return redirect(`/outreach/rounds/${id}/assign`);
  });
}

export default function CreateRound() {
  const { segments, chosen } = useLoaderData<typeof loader>();
  const { rounds: t, worklist } = useText(outreachText);
  return (
    <>
      <title>{t.createTitle}</title>
      <PageHeader title={t.createTitle} crumbs={[{ label: worklist.title, to: "/outreach" }, { label: t.title, to: "/outreach/rounds" }]} lead={t.createLead} />
      {chosen === null
        ? <EmptyState title={t.noSegments} action={<ButtonLink tone="primary" to="/segments/new">{segments.length === 0 ? t.noSegmentsHint : t.create}</ButtonLink>}>{t.noSegmentsHint}</EmptyState>
        : <RoundForm chosen={chosen} />}
    </>
  );
}

function RoundForm({ chosen }: { chosen: { id: string; name: string; persons: number } }) {
  const { segments, opensOn, dueOn } = useLoaderData<typeof loader>();
  const { rounds: t, round, modes } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const refused = refusedOf(useActionData<typeof action>());
  return (
    <Card>
      <FormScope result={refused} texts={texts}>
        <Form method="post" className="form">
          <RefusalNote of={refused?.refusal} texts={texts} />
          <IdempotencyField />
          <RadioCards name="segmentId" label={t.segment} defaultValue={chosen.id} choices={segments.map(({ id, name, persons }) => ({ value: id, label: name, hint: round.persons(persons) }))} />
          <TextField name="name" label={t.name} maxLength={80} defaultValue={t.defaultName(chosen.name)} />
          <RadioCards name="mode" label={t.mode} defaultValue="phone" choices={MODES.map((value) => ({ value, label: modes[value] }))} />
          <div className="range">
            <DayField name="opensOn" label={t.opensOn} defaultValue={opensOn} />
            <DayField name="dueOn" label={t.dueOn} defaultValue={dueOn} />
          </div>
          <FormActions><SubmitButton>{t.start}</SubmitButton></FormActions>
        </Form>
      </FormScope>
    </Card>
  );
}
