import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, EmptyState, PageHeader, RefusalNote } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import { changeTeam } from "../service/changes/change-team.ts";
import { showTrial } from "../service/changes/show-trial.ts";
import { ChangePreview } from "../ui/change/change-preview.tsx";
import styles from "../ui/routing.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const idsOf = (params: { planId?: string | undefined; trialId?: string | undefined }) => ({ planId: readParam(params.planId, z.uuid()), trialId: readParam(params.trialId, z.uuid()) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { planId, trialId } = idsOf(params);
  return { trial: await showTrial(session, planId, trialId), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async () => {
    const { planId } = await changeTeam(sessionOf(context), idsOf(params));
    return redirect(`/rounds/${planId}`);
  });
}

export default function ShowTrialPage() {
  const { trial, today } = useLoaderData<typeof loader>();
  const { change: t, list, plan: p } = useText(routingText);
  const texts = useRefusals(routingText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const { plan, state, newTeamId } = trial;
  return (
    <>
      <title>{t.wouldTitle}</title>
      <PageHeader title={t.wouldTitle} crumbs={[{ label: list.title, to: "/rounds" }, { label: p.title(formatDay(plan.onDay, language, today)), to: `/rounds/${plan.id}` }]} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {state === "ready" ? <ChangePreview trial={trial} />
        : state === "waiting" ? <Card><EmptyState title={t.waiting} action={<ButtonLink to={`/rounds/${plan.id}/changes/${newTeamId}`}>{t.look}</ButtonLink>}>{t.waitingHint}</EmptyState></Card>
          : <Card><EmptyState title={t.stale} action={<ButtonLink tone="primary" to={`/rounds/${plan.id}/change`}>{t.again}</ButtonLink>}>{t.staleHint}</EmptyState></Card>}
    </>
  );
}
