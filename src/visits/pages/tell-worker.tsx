import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type ClientActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { offlineAware, unlessOffline } from "#platform/web/offline.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { visitsText } from "../messages/index.ts";
import { SEVERITIES } from "../model/concern.ts";
import { listMyPairs } from "../service/list-my-pairs.ts";
import { raiseConcern } from "../service/raise-concern.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const pairId = readParam(params.pairId, z.uuid());
  const pair = (await listMyPairs(sessionOf(context))).find((mine) => mine.pairId === pairId);
  if (!pair) throw new Refusal("not_found", "visit.pair_not_found");
  return { pairId, name: pair.name };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const pairId = readParam(params.pairId, z.uuid());
    await raiseConcern(sessionOf(context), { pairId, ...read(z.object({ severity: z.enum(SEVERITIES), words: z.string().max(4000) })) });
    return redirect("/my-pairs?saved=told");
  });
}

export const clientAction = (args: ClientActionFunctionArgs) => offlineAware(() => args.serverAction<typeof action>());

export const shouldRevalidate = unlessOffline;

export default function TellWorker() {
  const { pairId, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action | typeof clientAction>();
  const { form: t } = useText(visitsText);
  const texts = useRefusals(visitsText);
  const { ref, ...draft } = useDraft(`concern/${pairId}`);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.concern}</title>
      <PageHeader title={t.concern} lead={t.concernHint} crumbs={[{ label: name, to: `/my-pairs/${pairId}` }]} />
      <Notice tone="late">{t.dangerNotice}</Notice>
      {answer && "offline" in answer ? <Notice tone="late">{t.offline}</Notice> : null}
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        <Form method="post" ref={ref} className="form">
          <IdempotencyField />
          <RadioCards name="severity" label={t.severity} defaultValue="worry" choices={SEVERITIES.map((value) => ({ value, label: t.severities[value] }))} />
          <TextArea name="words" label={t.concernWords} rows={6} maxLength={4000} />
          <DraftNote draft={draft} />
          <SubmitButton big>{t.send}</SubmitButton>
        </Form>
      </FormScope>
    </>
  );
}
