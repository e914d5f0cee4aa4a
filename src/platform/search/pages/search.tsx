import { Search as SearchIcon } from "lucide-react";
import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { platformText } from "../../messages/index.ts";
import { Card } from "../../ui/layout/card.tsx";
import { Stack } from "../../ui/layout/columns.tsx";
import { PageHeader } from "../../ui/layout/page-header.tsx";
import { DataList } from "../../ui/list/data-list.tsx";
import { SearchBox } from "../../ui/list/search-box.tsx";
import { EmptyState } from "../../ui/show/empty-state.tsx";
import { sessionOf, webOf } from "../../web/context.ts";
import { searchSources, type FoundGroup } from "../search-sources.ts";

/** Lines of each kind while all kinds are shown, and of one kind alone. */
const SHOWN = 10;
const SHOWN_ALONE = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const q = params.get("q")?.trim() ?? "";
  const only = params.get("in");
  return { q, only, groups: await searchSources.load(sessionOf(context), { q, limit: only === null ? SHOWN : SHOWN_ALONE }, webOf(context).lang, only) };
}

/** Searches everybody's everyday things; what the reader may not see has no line and no number. */
export default function Search() {
  const { q, only, groups } = useLoaderData<typeof loader>();
  const { search: t } = useText(platformText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.hint} />
      <SearchBox label={t.title} placeholder={t.title} {...(q !== "" && { defaultValue: q })} />
      {only === null ? null : <p><Link to={`/search?${new URLSearchParams({ q })}`}>{t.everything}</Link></p>}
      {q !== "" && groups.length === 0 ? <EmptyState icon={<SearchIcon className="icon" aria-hidden="true" />} title={t.none(q)}>{t.noneHint}</EmptyState> : null}
      <Stack>{groups.map((group) => <Group key={group.key} group={group} q={q} alone={only !== null} />)}</Stack>
    </>
  );
}

function Group({ group: { key, title, lines, more }, q, alone }: { group: FoundGroup; q: string; alone: boolean }) {
  const { search: t } = useText(platformText);
  const all = more && !alone ? <Link to={`/search?${new URLSearchParams({ q, in: key })}`}>{t.all}<span className="sr-only"> {title}</span></Link> : undefined;
  return (
    <Card title={title} aside={all} flush>
      <DataList caption={title} rows={lines.map((line, at) => ({ ...line, at }))} rowKey={({ at }) => String(at)} rowTo={({ to }) => to} empty={null} columns={[
        { key: "title", label: title, render: ({ title: name }) => name },
        { key: "detail", label: t.about, end: true, render: ({ detail }) => detail },
      ]} />
      {more && alone ? <p className="small soft">{t.first(lines.length)}</p> : null}
    </Card>
  );
}
