import { Route } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, PageHeader, Pager } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { routingText } from "../messages/index.ts";
import { listPlans } from "../service/plans/list-plans.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { page: await listPlans(session, { after: new URL(request.url).searchParams.get("after") }), today: session.today };
}

export default function ListPlans() {
  const { page, today } = useLoaderData<typeof loader>();
  const { list: t, offers } = useText(routingText);
  const language = useLanguage();
  const create = <ButtonLink tone="primary" to="/rounds/new">{t.create}</ButtonLink>;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<><ButtonLink tone="plain" to="/rounds/colleagues">{offers.title}</ButtonLink>{page.rows.length > 0 ? create : null}</>} />
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/rounds/${id}`}
          empty={<EmptyState icon={<Route className="icon" aria-hidden="true" />} title={t.empty} action={create}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "day", label: t.day, render: (row) => formatDay(row.onDay, language, today) },
            { key: "start", label: t.start, render: (row) => row.startName },
            { key: "teams", label: t.teams, render: (row) => t.teamCount(row.teams) },
            { key: "result", label: t.result, render: (row) => <Chip tone={row.made === null ? "plain" : row.made === row.asked ? "ok" : "due"}>{t.made(row.made, row.asked, row.visits)}</Chip> },
            { key: "by", label: t.by, render: (row) => row.createdByName },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
