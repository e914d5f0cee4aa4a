import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "#volunteering/index.ts";
import { teamsText } from "../messages/index.ts";
import { RequestStep } from "../model/forms.ts";
import { stepRequest } from "../service/requests/step-request.ts";
import { showTeam } from "../service/show-team.ts";
import { RequestList } from "../ui/request-list.tsx";
import { EldersCard, MembersCard } from "../ui/team-people.tsx";
import styles from "../ui/teams.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const idOf = (params: { teamId?: string | undefined }) => readParam(params.teamId, z.uuid());

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { status, kind, state } = volunteeringText[webOf(context).lang];
  return { shown: await showTeam(session, idOf(params)), words: { status, kind, state }, today: session.today, done: new URL(request.url).searchParams.has("done") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const teamId = idOf(params);
    const { requestId } = read(z.object({ requestId: z.uuid() }));
    await stepRequest(session, requestId, RequestStep.parse({ kind: "taken" }));
    return redirect(`/teams/${teamId}`);
  });
}

export default function ShowTeam() {
  const { shown, words, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { show: t, closing, request, title, print, dayParts } = useText(teamsText);
  const texts = useRefusals(teamsText);
  const language = useLanguage();
  const { team, by, staff, requests, onCall, swapsForMe } = shown;
  const mine = requests.filter(({ state, memberId }) => state === "taken" && memberId === by.memberId && memberId !== null);
  const others = requests.filter((one) => one.state === "taken" && !mine.includes(one));
  const recent = requests.filter(({ state }) => state === "done");
  return (
    <>
      <title>{team.name}</title>
      <PageHeader title={team.name} lead={[team.areaWords, t.lead(team.workerName)].filter(Boolean).join(" · ")} crumbs={staff ? [{ label: title, to: "/teams" }] : []}
        actions={<>{team.closed ? null : <ButtonLink to={`/teams/${team.id}/ask`} tone="primary">{t.ask}</ButtonLink>}<ButtonLink to={`/teams/${team.id}/week`}>{t.week}</ButtonLink>{staff ? <ButtonLink to={`/teams/${team.id}/people`}>{t.manage}</ButtonLink> : null}{staff && !team.closed ? <ButtonLink to={`/teams/${team.id}/close`}>{closing.title}</ButtonLink> : null}<PrintButton label={print} /></>} />
      {team.closed ? <Notice tone="due">{closing.notice(formatDayOnly(team.closed.closedOn, language, today), closing.reasons[team.closed.reason])} {staff ? <ButtonLink to={`/teams/${team.id}/close`}>{closing.change}</ButtonLink> : null}</Notice> : null}
      {done ? <div role="status"><Notice tone="ok">{request.thanks}</Notice></div> : null}
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {swapsForMe > 0 ? <Notice tone="due">{t.swaps(swapsForMe)} <ButtonLink to={`/teams/${team.id}/week`}>{t.seeSwaps}</ButtonLink></Notice> : null}
      <Columns>
        <Stack>
          <Card title={t.waiting}><RequestList requests={requests.filter(({ state }) => state === "open")} today={today} empty={t.waitingEmpty} takes={by.memberId !== null} /></Card>
          {mine.length > 0 ? <Card title={t.mine}><RequestList requests={mine} today={today} mine /></Card> : null}
          {others.length > 0 ? <Card title={t.others}><RequestList requests={others} today={today} /></Card> : null}
          {recent.length > 0 ? <Card title={t.recent}><RequestList requests={recent} today={today} /></Card> : null}
        </Stack>
        <Stack>
          <Card title={t.onCall}>{onCall.length === 0 ? <p className="soft">{t.nobodyOnCall}</p> : <ul className="stack tight plain">{onCall.map(({ part, memberName }) => <li key={part}>{dayParts[part]} <b>{memberName}</b></li>)}</ul>}</Card>
          <EldersCard elders={shown.elders} />
          <MembersCard members={shown.members} words={words} />
        </Stack>
      </Columns>
    </>
  );
}
