import { useEffect } from "react";
import { Form, Link, redirect, useLoaderData, useRevalidator, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "../../i18n/use-text.ts";
import { platformText } from "../../messages/index.ts";
import { Card } from "../../ui/layout/card.tsx";
import { PageHeader } from "../../ui/layout/page-header.tsx";
import { ProgressBar, type JobState } from "../../ui/show/progress-bar.tsx";
import { sessionOf, webOf } from "../../web/context.ts";
import { readParam, submit } from "../../web/form.ts";
import { IdempotencyField } from "../../web/idempotency-field.tsx";
import { cancelJob, findJob, mayRepeatJob, repeatJob } from "../queue.ts";
import { hasEnded, kindName, remainingMinutes } from "../words.ts";

const Move = z.object({ move: z.enum(["cancel", "again"]).default("cancel") });
const POLL_MS = 1500;
const jobIdOf = (params: { jobId?: string | undefined }) => readParam(params.jobId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const job = await session.read((tx) => findJob(tx, session.actor.orgId, jobIdOf(params)));
  return { job, again: mayRepeatJob(job, session.actor), minutes: remainingMinutes(job, session.now) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    if (read(Move).move === "again") return redirect(`/jobs/${await session.write("jobs.repeat", jobIdOf(params), (tx) => repeatJob(tx, session.actor, jobIdOf(params)))}`);
    await session.write("jobs.cancel", jobIdOf(params), (tx) => cancelJob(tx, session.actor.orgId, jobIdOf(params)));
    return redirect(`/jobs/${params.jobId}`);
  });
}

export default function ShowJob() {
  const { job, again, minutes } = useLoaderData<typeof loader>();
  const t = useText(platformText);
  const ended = hasEnded(job.status);
  const { revalidate, state: looking } = useRevalidator();
  useEffect(() => {
    if (ended || looking !== "idle") return; // a slow answer is waited for, never cut off by the next question
    const timer = setTimeout(() => void revalidate(), POLL_MS);
    return () => clearTimeout(timer);
  }, [ended, looking, revalidate]);
  const state: JobState = job.status === "waiting" ? "queued" : job.status === "cancelling" ? "running" : job.status;
  const link = typeof job.result === "object" && job.result !== null && "link" in job.result ? String(job.result.link) : null;
  return (
    <>
      <title>{kindName(job.kind, t)}</title>
      <PageHeader title={kindName(job.kind, t)} crumbs={[{ label: t.jobs.title, to: "/jobs" }]} lead={ended ? undefined : t.jobs.leave} />
      <Card>
        <ProgressBar label={t.jobs.progress} state={state} done={job.doneCount} total={job.totalCount}
          {...(minutes !== null && { remaining: t.jobs.remaining(minutes) })}
          cancel={ended ? null : <Form method="post"><IdempotencyField /><button className="button">{t.jobs.cancel}</button></Form>} />
        {job.failure ? <p role="alert">{t.refusals[job.failure] ?? t.refusals["platform.unexpected"]}</p> : null}
        {again ? <Form method="post"><p className="soft">{t.jobs.againHint}</p><IdempotencyField /><button className="button primary" name="move" value="again">{t.jobs.again}</button></Form> : null}
        {link ? <p><Link className="button primary" to={link}>{t.jobs.open}</Link></p> : null}
      </Card>
      {ended ? null : <noscript><meta httpEquiv="refresh" content="3" /></noscript>}
    </>
  );
}
