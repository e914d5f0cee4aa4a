import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatInstant } from "../../i18n/days.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { platformText } from "../../messages/index.ts";
import { Select } from "../../ui/form/select.tsx";
import { PageHeader } from "../../ui/layout/page-header.tsx";
import { DataList } from "../../ui/list/data-list.tsx";
import { FilterBar } from "../../ui/list/filter-bar.tsx";
import { Pager } from "../../ui/list/pager.tsx";
import { Chip } from "../../ui/show/chip.tsx";
import { EmptyState } from "../../ui/show/empty-state.tsx";
import { sessionOf } from "../../web/context.ts";
import { listAudit } from "../list.ts";
import { verifyChain } from "../verify.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = { action: params.get("action") ?? undefined, subjectId: params.get("subject") ?? undefined };
  return session.read(async (tx) => ({
    page: await listAudit(tx, session.actor, filter, { after: params.get("after") }),
    chain: params.has("verify") ? await verifyChain(tx, session.actor.orgId) : null,
    filter, today: session.today,
  }));
}

export default function ListAudit() {
  const { page, chain, filter, today } = useLoaderData<typeof loader>();
  const { audit: t } = useText(platformText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead}
        chips={chain ? <Chip tone={chain.fault ? "late" : "ok"}>{chain.fault ? t.broken(chain.fault.seq) : t.whole(chain.entries)}</Chip> : undefined}
        actions={<a className="button" href="/audit?verify=1">{t.verify}</a>} />
      {chain ? <p className="small soft">{t.head} <code>{chain.headHash.slice(0, 32)}</code></p> : null}
      <FilterBar active={filter.action ? [{ label: `${t.action} · ${t.actions[filter.action] ?? filter.action}`, name: "action" }] : []}>
        <Select name="action" label={t.action} defaultValue={filter.action} empty={t.everything} options={Object.entries(t.actions).map(([value, label]) => ({ value, label }))} optional />
      </FilterBar>
      <DataList caption={t.title} rows={page.rows} rowKey={(row) => String(row.seq)} empty={<EmptyState title={t.empty} />}
        columns={[
          { key: "action", label: t.action, render: (row) => t.actions[row.action] ?? row.action },
          { key: "who", label: t.who, render: (row) => row.actorName },
          { key: "subject", label: t.subject, render: (row) => <span className="small soft">{t.subjects[row.subjectKind] ?? row.subjectKind} {row.subjectId.slice(0, 8)}</span> },
          { key: "at", label: t.at, render: (row) => formatInstant(row.at, language, today) },
        ]} />
      <Pager after={page.next} />
    </>
  );
}
