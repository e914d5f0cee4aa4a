import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, EmptyState, PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { routingText } from "../messages/index.ts";
import { CHANGE_KINDS, keyOf, minuteIn, TeamChange, timeOf } from "../model/plan.ts";
import { teamNow } from "../model/team-now.ts";
import { requestChange } from "../service/changes/request-change.ts";
import { listVisitors, type Visitor } from "../service/plans/list-visitors.ts";
import { showPlan } from "../service/plans/show-plan.ts";
import { ChangeForm } from "../ui/change/change-form.tsx";
import styles from "../ui/routing.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const Sent = TeamChange.extend({ reason: z.string().trim().max(300).default("") });
const Asked = z.object({ kind: z.enum(CHANGE_KINDS).catch("out"), team: z.uuid().nullable().catch(null) });
const planIdOf = (params: { planId?: string | undefined }) => readParam(params.planId, z.uuid());

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const plan = await showPlan(session, planIdOf(params), { brief: true });
  const { staff, volunteers } = await listVisitors(session, plan.onDay);
  const going = new Set(plan.teams.map((team) => teamNow(team, team.changes)).flatMap(({ out, members }) => (out ? [] : members.map(keyOf))));
  const free = (some: readonly Visitor[]) => some.filter(({ key }) => !going.has(key));
  const begins = Math.min(...plan.teams.map(({ fromMinute }) => fromMinute));
  const now = plan.onDay === session.today ? minuteIn(session.now) : begins;
  const { kind, team: teamId } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { plan, today: session.today, others: { staff: free(staff), volunteers: free(volunteers) }, start: { kind, teamId, from: timeOf(Math.max(now, plan.run?.since ?? 0)) } };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { jobId } = await requestChange(sessionOf(context), planIdOf(params), read(Sent));
    return redirect(`/jobs/${jobId}`);
  });
}

export default function ChangeTeamPage() {
  const { plan, today, start, others } = useLoaderData<typeof loader>();
  const { change: t, list, plan: p } = useText(routingText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: list.title, to: "/rounds" }, { label: p.title(formatDay(plan.onDay, language, today)), to: `/rounds/${plan.id}` }]} />
      {plan.run ? <Card><ChangeForm teams={plan.teams} start={start} others={others} result={answer && "refusal" in answer ? answer : undefined} /></Card>
        : <Card><EmptyState title={p.notPlanned} action={<ButtonLink tone="primary" to={`/rounds/${plan.id}`}>{p.compute}</ButtonLink>} /></Card>}
    </>
  );
}
