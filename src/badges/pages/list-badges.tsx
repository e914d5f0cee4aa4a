import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { badgesText } from "../messages/index.ts";
import { listBadges } from "../service/list-badges.ts";
import { STATE_TONES } from "../ui/tones.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const number = (params.get("number") ?? "").trim().slice(0, 40);
  return { number, page: await listBadges(session, { number, after: params.get("after") }), today: session.today };
}

export default function ListBadges() {
  const { number, page, today } = useLoaderData<typeof loader>();
  const { list: t, title, roles, states } = useText(badgesText);
  const language = useLanguage();
  const print = <ButtonLink to="/badges/new" tone="primary">{t.print}</ButtonLink>;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} lead={t.lead} actions={print} />
      <FilterBar active={number ? [{ name: "number", label: number }] : []}><TextField name="number" label={t.numberHint} optional maxLength={40} defaultValue={number} /></FilterBar>
      <Card flush>
        <DataList caption={title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ printId, id }) => `/badges/prints/${printId}#${id}`}
          empty={number ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : <EmptyState title={t.empty} action={print}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "name", label: t.name, render: ({ name }) => name },
            { key: "number", label: t.number, render: (row) => row.number },
            { key: "of", label: t.of, render: ({ role, sourceName }) => `${sourceName} · ${roles[role]}` },
            { key: "until", label: t.until, render: ({ validUntil }) => formatDayOnly(validUntil, language, today) },
            { key: "state", label: t.state, render: ({ state }) => <Chip tone={STATE_TONES[state]}>{states[state]}</Chip> },
            { key: "printed", label: t.printed, render: ({ byName, at }) => t.by(byName, formatInstant(at, language, today)) },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
