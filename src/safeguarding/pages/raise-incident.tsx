import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { safeguardingText } from "../messages/index.ts";
import { Raised } from "../model/incident.ts";
import { offerReport } from "../service/offer-report.ts";
import { raiseIncident } from "../service/raise-incident.ts";
import { RaiseFields } from "../ui/raise-fields.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { offer: await offerReport(session, readParam(params.personId, z.uuid())), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await raiseIncident(sessionOf(context), readParam(params.personId, z.uuid()), read(Raised));
    return redirect(`/safeguarding/${id}/report`);
  });
}

export default function RaiseIncident() {
  const { offer, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { raise: t, list, fields } = useText(safeguardingText);
  const texts = useRefusals(safeguardingText);
  const { ref, ...draft } = useDraft(`safeguarding/${offer.personId}`);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title(offer.name)}</title>
      <PageHeader title={t.title(offer.name)} lead={t.lead} crumbs={[{ label: list.title, to: "/safeguarding" }]} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Form method="post" ref={ref} className="form">
          <IdempotencyField />
          <RaiseFields offer={offer} today={today} />
          <DraftNote draft={draft} />
          <SubmitButton big>{t.save}</SubmitButton>
        </Form>
      </FormScope>
    </>
  );
}
