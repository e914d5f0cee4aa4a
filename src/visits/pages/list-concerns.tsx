import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { visitsText } from "../messages/index.ts";
import { listOpenConcerns, type NamedConcern } from "../service/list-open-concerns.ts";
import { SEVERITY_TONES } from "../ui/severity-tones.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const all = params.get("show") === "all";
  return { page: await listOpenConcerns(session, { all, after: params.get("after") }), all, today: session.today };
}

export default function ListConcerns() {
  const { page, all, today } = useLoaderData<typeof loader>();
  const { concerns: t, form } = useText(visitsText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      <Tabs label={t.title} tabs={[{ to: "/concerns", label: t.open, current: !all }, { to: "/concerns?show=all", label: t.all, current: all }]} />
      <DataList<NamedConcern> caption={t.title} rows={page.rows} rowKey={(row) => row.id} rowTo={(row) => `/concerns/${row.id}`} empty={<EmptyState title={t.empty} />}
        columns={[
          { key: "about", label: t.about, render: (row) => row.aboutName },
          { key: "severity", label: t.severity, render: (row) => <><Chip tone={SEVERITY_TONES[row.severity]}>{form.severities[row.severity]}</Chip> {row.unseen ? <Chip tone="calm">{t.unseen}</Chip> : null}</> },
          { key: "words", label: t.words, render: (row) => row.words },
          { key: "raised", label: t.raised, render: (row) => `${row.raisedByName} · ${formatInstant(row.raisedAt, language, today)}` },
        ]} />
      <Pager after={page.next} />
    </>
  );
}
