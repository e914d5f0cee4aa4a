import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { z } from "zod";
import { encountersText } from "../messages/index.ts";
import { readAdded } from "../model/added.ts";
import { findPeople } from "../service/find-people.ts";

const For = z.uuid().optional().catch(undefined);

/** Finds whom a service was for; with `for`, whom to add to the service of somebody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const q = (params.get("q") ?? "").replaceAll("\0", "").trim();
  return { q, found: await findPeople(sessionOf(context), q), forId: For.parse(params.get("for") ?? undefined), added: readAdded(params).join(",") };
}

export default function PickPerson() {
  const { q, found, forId, added } = useLoaderData<typeof loader>();
  const { pick: t, list } = useText(encountersText);
  const to = (id: string) => (forId ? `/encounters/new/${forId}?add=${[added, id].filter(Boolean).join(",")}` : `/encounters/new/${id}`);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: list.title, to: "/encounters" }]} />
      <SearchBox label={t.search} placeholder={t.search} keep={{ ...(forId && { for: forId }), ...(added && { add: added }) }} {...(q && { defaultValue: q })} />
      {q === "" ? null : (
        <Card flush>
          <DataList caption={t.title} rows={found} rowKey={({ id }) => id} rowTo={({ id }) => to(id)} empty={<EmptyState title={t.none} />}
            columns={[
              { key: "name", label: list.who, render: ({ name }) => name },
              { key: "born", label: list.when, render: ({ birthOn }) => (birthOn ? t.born(birthOn.slice(0, 4)) : "—") },
              { key: "where", label: list.what, render: ({ communityName }) => communityName ?? "—" },
            ]} />
        </Card>
      )}
    </>
  );
}
