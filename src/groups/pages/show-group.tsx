import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { groupsText } from "../messages/index.ts";
import { GroupStep } from "../model/forms.ts";
import type { Evaluation } from "../model/change.ts";
import { showGroup, type ShownGroup } from "../service/show-group.ts";
import { stepGroup } from "../service/step-group.ts";
import { LifeCard } from "../ui/life-card.tsx";
import { MemberChange } from "../ui/member-change.tsx";
import styles from "../ui/groups.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const idOf = (params: { groupId?: string | undefined }) => readParam(params.groupId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showGroup(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id } = await stepGroup(sessionOf(context), idOf(params), read(GroupStep));
    return redirect(`/groups/${id}`);
  });
}

export default function ShowGroup() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { show: t, title, print, download, papers, kinds, stages, fields } = useText(groupsText);
  const texts = useRefusals(groupsText);
  const { group, standing, sessions } = shown;
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{group.name}</title>
      <PageHeader title={group.name} crumbs={[{ label: title, to: "/groups" }]} lead={t.lead(kinds[group.kind], group.workerName)} chips={<Chip tone={standing.closed ? "ok" : "calm"}>{stages[standing.closed ? "closed" : standing.stage]}</Chip>}
        actions={<><ButtonLink to={`/groups/${group.id}/members`}>{t.manage}</ButtonLink>{standing.closed ? null : <ButtonLink to={`/groups/${group.id}/plan`} tone="primary">{t.planNext}</ButtonLink>}<PrintButton label={print} /></>} />
      <p className="no-print small cluster"><Link to={`/documents/group/${group.id}`}>{papers.all}</Link><a href={`/groups/${group.id}/export`} download>{download}</a></p>
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <LifeCard shown={shown} today={today} result={result} />
        <Columns>
          <Stack>
            <Card title={t.sessions}>{sessions.length === 0 ? <p className="soft">{t.sessionsEmpty}</p> : <Sessions shown={shown} today={today} />}</Card>
            {sessions.some(({ log }) => log !== null) ? <Card title={t.change}><MemberChange shown={shown} /></Card> : null}
          </Stack>
          <Stack>
            <Card title={t.aim}><p className="pre measure">{group.aim}</p><Facts facts={[...(group.forWhom ? [{ label: t.forWhom, value: group.forWhom }] : []), ...(group.recruiting ? [{ label: t.recruiting, value: group.recruiting }] : []), ...(group.placeWords ? [{ label: t.place, value: group.placeWords }] : [])]} /></Card>
            <Card title={t.members} aside={<Link to={`/groups/${group.id}/members`}>{t.manage}</Link>}><Members shown={shown} /></Card>
            <Card title={t.evaluation}><Compared shown={shown} /></Card>
          </Stack>
        </Columns>
      </FormScope>
    </>
  );
}

function Sessions({ shown: { sessions }, today }: { shown: ShownGroup; today: string }) {
  const { show: t } = useText(groupsText);
  const language = useLanguage();
  return (
    <ol className="stack plain">
      {sessions.map(({ id, number, onDay, aim, log, came }) => (
        <li key={id}>
          <Link to={`/group-sessions/${id}`}>{`${t.session(number)} · ${aim}`}</Link> {log ? <Chip tone="ok">{t.came(came)}</Chip> : onDay <= today ? <Chip tone="due">{t.unlogged}</Chip> : null}
          <div className="small soft">{formatDayOnly(log?.heldOn ?? onDay, language, today)}</div>
          {log ? <p className="pre measure print-only">{log.happened}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function Members({ shown: { members } }: { shown: ShownGroup }) {
  const { show: t, parts, consent } = useText(groupsText);
  const here = members.filter(({ leftOn }) => leftOn === null);
  if (here.length === 0) return <p className="soft">{t.membersEmpty}</p>;
  return <ul className="stack tight plain">{here.map((one) => <li key={one.id}><Link to={`/people/${one.personId}`}>{one.name}</Link> {one.part === "member" ? null : <Chip tone="ok">{parts[one.part]}</Chip>} {one.consent === "given" ? null : <Chip tone="due">{consent[one.consent]}</Chip>}</li>)}</ul>;
}

function Compared({ shown: { evaluation, later } }: { shown: ShownGroup }) {
  const { show: t, moments } = useText(groupsText);
  const facts = (label: string, { paired, before, after, better, same, worse }: Evaluation) => (paired === 0 ? [] : [
    { label: `${label} · ${t.mean}`, value: `${before!.toFixed(1)} → ${after!.toFixed(1)}` },
    { label: t.paired(paired), value: `${t.better} ${better} · ${t.same} ${same} · ${t.worse} ${worse}` },
  ]);
  return <div className="stack tight"><p className="soft small">{t.evaluationHint}</p>{evaluation.paired === 0 ? <p className="soft">{t.noneRated}</p> : <Facts facts={facts(moments.after, evaluation)} />}{later.paired === 0 ? null : <Facts facts={facts(moments.later, later)} />}</div>;
}
