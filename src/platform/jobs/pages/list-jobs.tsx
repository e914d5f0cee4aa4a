import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatInstant } from "../../i18n/days.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { platformText } from "../../messages/index.ts";
import { PageHeader } from "../../ui/layout/page-header.tsx";
import { DataList } from "../../ui/list/data-list.tsx";
import { Pager } from "../../ui/list/pager.tsx";
import { Chip } from "../../ui/show/chip.tsx";
import { EmptyState } from "../../ui/show/empty-state.tsx";
import { sessionOf } from "../../web/context.ts";
import type { Job } from "../job.ts";
import { listJobs } from "../queue.ts";
import { kindName, TONES } from "../words.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const after = new URL(request.url).searchParams.get("after");
  return { page: await session.read((tx) => listJobs(tx, session.actor.orgId, { after })), today: session.today };
}

export default function ListJobs() {
  const { page, today } = useLoaderData<typeof loader>();
  const t = useText(platformText);
  const language = useLanguage();
  return (
    <>
      <title>{t.jobs.title}</title>
      <PageHeader title={t.jobs.title} />
      <DataList<Job> caption={t.jobs.title} rows={page.rows} rowKey={(job) => job.id} rowTo={(job) => `/jobs/${job.id}`}
        empty={<EmptyState title={t.jobs.empty} />}
        columns={[
          { key: "kind", label: t.jobs.title, render: (job) => kindName(job.kind, t) },
          { key: "status", label: t.jobs.progress, render: (job) => <Chip tone={TONES[job.status]}>{t.jobs.status[job.status]}</Chip> },
          { key: "at", label: t.jobs.requestedAt, render: (job) => formatInstant(job.requestedAt, language, today) },
        ]} />
      <Pager after={page.next} />
    </>
  );
}
