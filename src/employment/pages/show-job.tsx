import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink, Card, Chip, Columns, Facts, PageHeader, RefusalNote, Stack, Timeline } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { employmentText } from "../messages/index.ts";
import { KEPT_RULE } from "../model/kept.ts";
import { Entry } from "../model/terms.ts";
import { addEntry } from "../service/add-entry.ts";
import { showJob, type ShownJob } from "../service/show-job.ts";
import { EntryForms } from "../ui/entry-forms.tsx";
import { FadingPicture } from "../ui/fading-picture.tsx";
import { KeptChips } from "../ui/kept-chips.tsx";
import styles from "../ui/employment.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const idOf = (params: { placementId?: string | undefined }) => readParam(params.placementId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showJob(session, idOf(params)), today: session.today, mayRead: session.actor.capabilities.has("encounters.read") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const id = idOf(params);
    await addEntry(sessionOf(context), id, read(Entry));
    return redirect(`/employment/jobs/${id}`);
  });
}

export default function ShowJob() {
  const { shown, today, mayRead } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { job: t, list, states, fields } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const language = useLanguage();
  const { job, state, kept } = shown;
  const result = answer && "refusal" in answer ? answer : undefined;
  const title = `${shown.name} · ${job.placeName}`;
  const day = (on: string) => formatDayOnly(on, language, today);
  const standing = state.endedOn ? "ended" : state.pausedOn ? "paused" : "working";
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: list.title, to: "/employment" }, { label: shown.name, to: `/employment/of/${job.personId}` }]} lead={[job.title, t.since(day(job.begunOn))].join(" · ")}
        chips={<Chip tone={standing === "working" ? "ok" : standing === "paused" ? "due" : "plain"}>{states[standing]}</Chip>} actions={<PrintButton label={t.print} />} />
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <Columns>
        <Stack>
          <Card title={t.picture}><FadingPicture weeks={shown.weeks} /></Card>
          <History shown={shown} today={today} mayRead={mayRead} />
        </Stack>
        <Stack>
          <Card title={t.kept}><Stack space="tight">
            <KeptChips kept={kept} whole />
            {shown.sinceOn === job.begunOn ? null : <p className="small">{t.again(day(shown.sinceOn))}</p>}
            <p className="small soft">{t.keptLead} {KEPT_RULE.verified ? null : <Chip>{t.unverified}</Chip>}</p>
          </Stack></Card>
          <Card title={t.add}><Stack>
            <Facts facts={[{ label: t.follow, value: state.followOn ? formatDay(state.followOn, language, today) : t.none }, { label: t.coach, value: shown.coachName }]} />
            <EntryForms jobId={job.id} entries={shown.entries.length} state={state} result={result} today={today} />
            <p className="no-print cluster"><ButtonLink to={`/employment/of/${job.personId}`} tone="quiet">{t.person}</ButtonLink>{job.caseId ? <ButtonLink to={`/cases/${job.caseId}`} tone="quiet">{t.case}</ButtonLink> : null}</p>
          </Stack></Card>
        </Stack>
      </Columns>
    </>
  );
}

function History({ shown: { entries }, today, mayRead }: { shown: ShownJob; today: string; mayRead: boolean }) {
  const { job: t, entries: kinds, modes, reasons, minutesOf } = useText(employmentText);
  const language = useLanguage();
  const last = entries.findLast(({ kind, holds }) => holds && (kind === "paused" || kind === "resumed" || kind === "ended"))?.number;
  const mayTakeBack = ({ kind, holds, number }: (typeof entries)[number]) => holds && (kind === "supported" || kind === "followed" || number === last);
  const items = entries.toSorted((a, b) => b.onDay.localeCompare(a.onDay) || b.number - a.number).map((entry) => {
    const { number, kind, onDay, minutes, mode, reason, words, byName, weeks, nextOn, holds, encounterId } = entry;
    const title = [kinds[kind], minutes === null ? null : minutesOf(minutes), mode && modes[mode as keyof typeof modes], reason && reasons[reason as keyof typeof reasons], weeks?.join("→"), byName].filter(Boolean).join(" · ");
    return {
      key: String(number), when: formatDayOnly(onDay, language, today), at: onDay, title: holds || kind === "taken_back" ? title : <><s>{title}</s> {t.takenBack}</>,
      note: <>{[words, nextOn && `${t.follow} ${formatDayOnly(nextOn, language, today)}`].filter(Boolean).join(" · ")}
        {kind === "supported" && holds && encounterId === null ? <span className="small soft"> {t.notCounted}</span> : null}
        {kind === "supported" && holds && encounterId !== null && mayRead ? <span className="no-print"><ButtonLink tone="quiet" to={`/encounters/${encounterId}`}>{t.service}</ButtonLink></span> : null}
        {mayTakeBack(entry) ? <Form method="post" className="no-print"><input type="hidden" name="kind" value="taken_back" /><input type="hidden" name="ofNumber" value={number} /><Button type="submit" tone="quiet">{t.takeBack(kinds[kind])}</Button></Form> : null}</>,
    };
  });
  return <Card title={t.timeline}>{items.length === 0 ? <p className="soft">{t.none}</p> : <Timeline label={t.timeline} items={items} />}</Card>;
}
