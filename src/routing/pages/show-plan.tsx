import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Columns, EmptyState, Notice, PageHeader, RefusalNote, StatRow, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import { homesIn } from "../model/day/replan.ts";
import { timeOf } from "../model/plan.ts";
import { fitRest } from "../service/plans/fit-rest.ts";
import { requestPlan } from "../service/plans/request-plan.ts";
import { showPlan } from "../service/plans/show-plan.ts";
import { Dropped, History, LeftOver, Wanted } from "../ui/plan-lists.tsx";
import { NotToGoNotice } from "../ui/change/not-to-go.tsx";
import { RoutePicture } from "../ui/route-picture.tsx";
import { TourCard } from "../ui/tour-card.tsx";
import styles from "../ui/routing.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const Step = z.object({ step: z.enum(["compute", "fit"]) });
const planIdOf = (params: { planId?: string | undefined }) => readParam(params.planId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { plan: await showPlan(session, planIdOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const [session, planId] = [sessionOf(context), planIdOf(params)];
    if (read(Step).step === "compute") return redirect(`/jobs/${(await requestPlan(session, planId)).jobId}`);
    await fitRest(session, planId);
    return redirect(`/rounds/${planId}`);
  });
}

export default function ShowPlan() {
  const { plan, today } = useLoaderData<typeof loader>();
  const { plan: t, list } = useText(routingText);
  const texts = useRefusals(routingText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const title = t.title(formatDay(plan.onDay, language, today));
  const wanted = plan.visits.filter(({ dropped }) => dropped === null);
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: list.title, to: "/rounds" }]} lead={t.lead(plan.startName, plan.createdByName)} actions={<Actions />} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {plan.run?.since != null ? <Notice>{t.since(timeOf(plan.run.since))}</Notice> : null}
      <NotToGoNotice plan={plan} />
      {plan.outdated ? <Notice tone="due">{t.outdated}</Notice> : null}
      {plan.run ? <Result /> : wanted.length > 0 ? <Card><EmptyState title={t.notPlanned}>{t.notPlannedHint}</EmptyState></Card> : null}
      <Card title={t.wanted} flush><Wanted visits={wanted} planId={plan.id} /></Card>
      <Dropped visits={plan.visits} planId={plan.id} />
      <History lines={plan.history} />
    </>
  );
}

function Result() {
  const { plan } = useLoaderData<typeof loader>();
  const { plan: t } = useText(routingText);
  const run = plan.run!;
  const made = homesIn(run);
  return (
    <>
      <StatRow plain label={t.title("")} stats={[
        { label: t.made, value: t.ofAsked(made, made + run.left) },
        { label: t.way, value: <>{t.minutes(run.wayMinutes)} <span className="small soft">{t.kilometres(run.wayMetres)}</span></> },
      ]} />
      <LeftOver visits={plan.visits} planId={plan.id} />
      <Card title={t.picture}><RoutePicture plan={plan} /></Card>
      <Columns even>{plan.teams.map((team, index) => <TourCard key={team.id} plan={plan} team={team} index={index} />)}</Columns>
    </>
  );
}

function Actions() {
  const { plan } = useLoaderData<typeof loader>();
  const { plan: t } = useText(routingText);
  const wanted = plan.visits.some(({ dropped }) => dropped === null);
  const late = plan.run !== null && (plan.outdated || plan.run.left > 0);
  return (
    <>
      <ButtonLink tone={wanted ? "plain" : "primary"} to={`/rounds/${plan.id}/people`}>{wanted ? t.chooseMore : t.choose}</ButtonLink>
      {wanted ? (
        <Form method="post" className="cluster">
          <IdempotencyField />
          {late ? <SubmitButton tone="plain" name="step" value="fit">{t.fit}</SubmitButton> : null}
          <SubmitButton tone={plan.run ? "plain" : "primary"} name="step" value="compute">{plan.run ? t.again : t.compute}</SubmitButton>
        </Form>
      ) : null}
      {plan.run ? <ButtonLink tone="plain" to={`/rounds/${plan.id}/change`}>{t.change}</ButtonLink> : null}
      {plan.run ? <ButtonLink tone="primary" to={`/rounds/${plan.id}/sheet`}>{t.sheet}</ButtonLink> : null}
    </>
  );
}
