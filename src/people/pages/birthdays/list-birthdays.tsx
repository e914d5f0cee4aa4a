import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { addDays, addMonths, isDay, monthOf } from "#kernel/calendar.ts";
import { formatDay } from "#platform/i18n/days.ts";
import { lunarWords } from "#platform/i18n/lunar-words.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { birthdaysText } from "../../messages/birthdays.ts";
import { peopleText } from "../../messages/index.ts";
import { listBirthdays } from "../../service/birthdays/list-birthdays.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const span = params.get("span") === "month" ? "month" as const : "week" as const;
  const asked = params.get("from") ?? "";
  const first = isDay(asked) ? asked : session.today;
  const { from, to: until } = span === "month" ? monthOf(first) : { from: first, to: addDays(first, 6) };
  const mayServe = session.actor.capabilities.has("encounters.write");
  return { span, from, until, rows: await listBirthdays(session, { from, until }), today: session.today, mayServe };
}

export default function ListBirthdays() {
  const { span, from, until, rows, today, mayServe } = useLoaderData<typeof loader>();
  const t = useText(birthdaysText);
  const { list } = useText(peopleText);
  const language = useLanguage();
  const at = (day: string) => `/people/birthdays?span=${span}&from=${day}`;
  const step = (by: 1 | -1) => (span === "month" ? addMonths(from, by) : addDays(from, 7 * by));
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={`${formatDay(from, language, today)} – ${formatDay(until, language, today)}`} lead={t.lead} crumbs={[{ label: list.title, to: "/people" }]} actions={<PrintButton label={t.print} />} />
      <nav className="cluster no-print" aria-label={t.title}>
        <ButtonLink to="/people/birthdays">{t.week}</ButtonLink><ButtonLink to="/people/birthdays?span=month">{t.month}</ButtonLink>
        <ButtonLink to={at(step(-1))}>{t.before}</ButtonLink><ButtonLink to={at(step(1))}>{t.next}</ButtonLink>
      </nav>
      <Card flush>
        <DataList caption={t.title} rows={rows} rowKey={({ id, on }) => `${id} ${on}`} rowTo={({ id }) => `/people/${id}`} empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>} columns={[
          { key: "name", label: t.name, render: ({ name }) => name },
          { key: "day", label: t.day, render: ({ on }) => formatDay(on, language, today) },
          { key: "years", label: t.years, render: ({ years, round }) => <>{years === null ? "—" : t.age(years)} {round ? <Chip tone="ok">{t.round}</Chip> : null}</> },
          { key: "calendar", label: t.calendar, render: ({ calendar, lunarMonth, lunarDay }) => (calendar === "lunar" ? t.onLunar(lunarWords(lunarMonth!, lunarDay!)) : t.bySolar) },
          { key: "place", label: t.place, render: ({ place }) => place || "—" },
          ...(mayServe ? [{ key: "visit", label: t.visit, render: ({ id, name }: { id: string; name: string }) => <ButtonLink to={`/encounters/new/${id}`}>{t.visit}<span className="sr-only"> {name}</span></ButtonLink> }] : []),
        ]} />
      </Card>
      <p className="soft measure">{t.rule}</p>
    </>
  );
}
