import { Search as SearchIcon } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { peopleText } from "../messages/index.ts";
import { searchPersons } from "../service/lists/search-persons.ts";

const SHOWN = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const q = new URL(request.url).searchParams.get("q")?.trim() ?? "";
  const may = session.actor.capabilities.has("people.read") && session.actor.strong;
  return { q, hits: q !== "" && may ? await searchPersons(session, q, { limit: SHOWN }) : [] };
}

export default function Search() {
  const { q, hits } = useLoaderData<typeof loader>();
  const t = useText(peopleText);
  return (
    <>
      <title>{t.search.title}</title>
      <PageHeader title={t.search.title} lead={t.search.hint} />
      <SearchBox label={t.search.title} placeholder={t.search.hint} {...(q !== "" && { defaultValue: q })} />
      {q === "" ? null : (
        <Card flush>
          <DataList caption={t.search.title} rows={hits} rowKey={({ id }) => id} rowTo={({ id }) => `/people/${id}`} empty={<EmptyState icon={<SearchIcon className="icon" aria-hidden="true" />} title={t.search.none(q)} />} columns={[
            { key: "name", label: t.fields.name, render: ({ name, preferredName }) => <>{name}{preferredName ? <span className="soft"> {preferredName}</span> : null}</> },
            { key: "born", label: t.show.born, render: ({ birthOn }) => birthOn ?? "—" }, { key: "place", label: t.fields.communityId, render: ({ communityName }) => communityName ?? "—" },
            { key: "roles", label: t.fields.role, render: ({ roles }) => roles.map((role) => t.roles[role]).join("、") || "—" },
          ]} />
        </Card>
      )}
    </>
  );
}
