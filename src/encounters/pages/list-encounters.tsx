import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { monthOf } from "#kernel/calendar.ts";
import type { Session } from "#platform/db/session.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Checkbox } from "#platform/ui/form/choices.tsx";
import { DayRangeField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { FilterBar } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { encountersText } from "../messages/index.ts";
import { MODES } from "../model/modes.ts";
import { filterQuery, readFilter, type EncounterFilter } from "../model/filter.ts";
import { countEncounters, listEncounters } from "../service/list-encounters.ts";
import { topicsOn } from "../service/topics-on.ts";
import { EncounterLines } from "../ui/encounter-lines.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const filter = readFilter(params);
  return {
    filter, page: await listEncounters(session, filter, { after: params.get("after") }), ...(await figuresOf(session, filter)), topics: topicsOn(session.today), today: session.today,
    me: session.actor.accountId, mayWrite: session.actor.capabilities.has("encounters.write"), filtered: Object.values(filter).some((value) => value !== undefined),
  };
}

/** What the list says at its head: of the days asked for, and of this month where none are. */
async function figuresOf(session: Session, filter: EncounterFilter) {
  const thisMonth = !filter.from && !filter.to && !filter.q;
  return { thisMonth, figures: await countEncounters(session, thisMonth ? { ...filter, ...monthOf(session.today) } : filter) };
}

export default function ListEncounters() {
  const { filter, page, figures, thisMonth, topics, today, me, mayWrite, filtered } = useLoaderData<typeof loader>();
  const { list: t, modes, rhythm } = useText(encountersText);
  const language = useLanguage();
  const query = filterQuery(filter);
  const actions = (
    <>
      <ButtonLink to="/rhythm">{rhythm.title}</ButtonLink>
      {page.rows.length > 0 ? <a className="button" href={`/encounters/export?${query}`} download>{t.csv}</a> : null}
      {mayWrite ? <a className="button" href="/field">{t.field}</a> : null}
      {mayWrite ? <ButtonLink to="/encounters/new" tone="primary">{t.add}</ButtonLink> : null}
    </>
  );
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={(thisMonth ? t.thisMonth : "") + t.lead(figures.sessions, figures.personTimes, figures.persons, String(Math.round(figures.minutes / 6) / 10))} actions={actions} />
      <SearchBox label={t.search} placeholder={t.search} {...(filter.q && { defaultValue: filter.q })} />
      <FilterBar>
        <DayRangeField label={t.when} names={["from", "to"]} defaultValues={[filter.from, filter.to]} />
        <Select name="mode" label={t.mode} empty={t.all} options={MODES.map((value) => ({ value, label: modes[value] }))} defaultValue={filter.mode} />
        <Select name="topic" label={t.topic} empty={t.all} options={topics.map((topic) => ({ value: topic.topic, label: topic[language] }))} defaultValue={filter.topic} />
        <Checkbox name="by" value={me} label={t.mine} defaultChecked={filter.by === me} />
        <Checkbox name="next" label={t.next} defaultChecked={filter.next === "yes"} />
      </FilterBar>
      <Card flush><EncounterLines rows={page.rows} topics={topics} today={today} filtered={filtered} /></Card>
      <Pager after={page.next} />
    </>
  );
}
