import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { isRefusal, Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import type { Session } from "#platform/db/session.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, refusalView, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../../messages/index.ts";
import { RoundId, type AssignChoice } from "../../model/round/round.ts";
import { assignMembers, previewAssignment } from "../../service/rounds/assign-members.ts";
import { countRoundProgress } from "../../service/rounds/count-round-progress.ts";
import { listWorkers } from "../../service/rounds/list-workers.ts";
import { AssignForm } from "../../ui/rounds/assign-form.tsx";
import { AssignPreviewTable } from "../../ui/rounds/assign-preview.tsx";
import { choiceOf } from "../../ui/rounds/assign-query.ts";
import { refusedOf } from "../../ui/refused.ts";
import styles from "../../ui/outreach.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const roundId = readParam(params.roundId, RoundId);
  const { round, progress, toReach } = await countRoundProgress(session, roundId);
  const workers = await listWorkers(session);
  const query = new URL(request.url).searchParams;
  const choice = choiceOf(roundId, [...query]);
  return { round, progress, places: toReach, workers, choice, sent: [...query], ...(choice ? await tryPreview(session, choice) : { preview: null, refusal: undefined }) };
}

/** A choice that cannot be, e.g. no worker, comes back to the form. */
async function tryPreview(session: Session, choice: AssignChoice) {
  try {
    return { preview: await previewAssignment(session, choice), refusal: undefined };
  } catch (error) {
    if (!isRefusal(error) || error.kind !== "invalid_input") throw error;
    return { preview: null, refusal: refusalView(error) };
  }
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const roundId = readParam(params.roundId, RoundId);
  return submit(request, webOf(context).lang, async ({ data }) => {
    const choice = choiceOf(roundId, [...data].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
    if (!choice) throw new Refusal("invalid_input", "platform.check_fields");
    const { given } = await assignMembers(sessionOf(context), choice);
    return redirect(`/outreach/rounds/${roundId}?gave=${given}`);
  });
}

export default function AssignPage() {
  const { round, progress, workers, places, choice, preview, refusal } = useLoaderData<typeof loader>();
  const { assign: t, rounds, worklist } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const crumbs = [{ label: worklist.title, to: "/outreach" }, { label: rounds.title, to: "/outreach/rounds" }, { label: round.name, to: `/outreach/rounds/${round.id}` }];
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={crumbs} lead={t.lead} />
      {workers.length === 0 ? <EmptyState title={t.noWorkers}>{t.noWorkersHint}</EmptyState> : progress.open === 0 ? <EmptyState title={t.nobody} /> : (
        <Columns even>
          <Card><FormScope result={{ refusal }} texts={texts}><RefusalNote of={refusal} texts={texts} /><AssignForm workers={workers} places={places} choice={choice} /></FormScope></Card>
          {preview ? <Confirm /> : null}
        </Columns>
      )}
    </>
  );
}

function Confirm() {
  const { preview, sent } = useLoaderData<typeof loader>();
  const { assign: t } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const refused = refusedOf(useActionData<typeof action>());
  return (
    <Card title={t.previewTitle}>
      <Form method="post" className="stack">
        <RefusalNote of={refused?.refusal} texts={texts} />
        <IdempotencyField />
        {sent.map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
        {preview ? <AssignPreviewTable preview={preview} /> : null}
        <FormActions><SubmitButton>{t.confirm}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}
