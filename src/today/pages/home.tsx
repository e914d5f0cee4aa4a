import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { ageOn } from "#kernel/calendar.ts";
import { formatDay } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { Task, TaskList } from "#platform/ui/show/task-list.tsx";
import type { Tone } from "#platform/ui/show/tone.ts";
import { sessionOf } from "#platform/web/context.ts";
import { todayText } from "../messages/index.ts";
import type { TodayTask, Urgency } from "../model/task.ts";
import { compileToday } from "../service/compile-today.ts";
import { countToday } from "../service/count-today.ts";

const TONES: Readonly<Record<Urgency, Tone>> = { late: "late", today: "due", soon: "calm", news: "calm" };

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const [tasks, figures] = await Promise.all([compileToday(session), countToday(session)]);
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: "Asia/Shanghai" }).format(session.now));
  return { tasks, figures, hour, name: session.actor.name, today: session.today, mayFind: session.actor.capabilities.has("people.read") };
}

export default function Home() {
  const { tasks, figures, hour, name, today, mayFind } = useLoaderData<typeof loader>();
  const t = useText(todayText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader eyebrow={formatDay(today, language, today)} title={t.greeting(hour, name)} lead={t.waiting(tasks.length)} actions={mayFind ? <SearchBox action="/search" /> : undefined} />
      {figures ? (
        <StatRow label={t.figures.label} stats={[
          { label: t.figures.pairs, value: <Figure value={figures.runningPairs} to="/pairs" />, note: t.figures.silent(figures.silentPairs) },
          { label: t.figures.month, value: <Figure value={figures.monthVisits} to="/visits" />, note: `${figures.monthHours} ${t.figures.hours}` },
        ]} />
      ) : null}
      <Card title={t.due}>
        {tasks.length === 0 ? <EmptyState title={t.nothing} level={3}>{t.nothingHint}</EmptyState> : (
          <TaskList>{tasks.map((task) => <Line key={task.link + task.kind} task={task} today={today} />)}</TaskList>
        )}
      </Card>
    </>
  );
}

function Line({ task, today }: { task: TodayTask; today: string }) {
  const t = useText(todayText);
  const language = useLanguage();
  const name = task.name || (t.unnamed as Partial<Record<TodayTask["kind"], string>>)[task.kind] || t.newEnquiry;
  const age = task.birthOn ? ` · ${t.years(ageOn(task.birthOn, today))}` : "";
  const action = <ButtonLink to={task.link} tone={task.urgency === "late" ? "primary" : "plain"}>{t.actions[task.kind]}</ButtonLink>;
  return <Task name={name} title={`${name}${age}`} chip={<Chip tone={TONES[task.urgency]}>{t.chips[task.urgency]}</Chip>} action={action}>{sentence(task, t, language)}</Task>;
}

function sentence({ kind, params }: TodayTask, { tasks: t }: typeof todayText.zh, language: Language): string {
  const text = (key: string) => String(params[key] ?? "");
  const number = (key: string) => Number(params[key] ?? 0);
  switch (kind) {
    case "incident": return t.incident(text("to"), number("law") === 1);
    case "concern": return t.concern(text("by"), text("severity"));
    case "duty": return t.duty(text(language));
    case "suspended": return t.suspended(text("helper"));
    case "silence": return t.silence(number("quietDays"), number("rhythmDays"), text("helper"));
    case "enquiry": return t.enquiry(text("words"), text("community"));
    case "case": return t.cases[text("what")] ?? "";
    case "referral": return t.referrals[text("what")]?.(text("other")) ?? "";
    case "follow": return t.follow(text("place"));
    case "attempt": return t.attempt(text("round"));
    case "answer": return t.answer(text("helper"), number("days"));
    case "assessment": return t.assessment(text(language));
    case "plan_review": return t.planReview;
    case "plan_step": return t.planStep(text("words"));
    case "rhythm": return t.rhythm(number("everyDays"), number("overdueDays"));
    case "visit": return t.visit;
    case "neighbour": return t.neighbour(text("why"), t.neighbourKinds[text("what")] ?? "", text("team"));
    case "digest": return t.digest;
    case "birthday": return t.birthday(number("count"));
    case "message": return t.message;
    case "swap": return t.swap(number("count"));
    case "talk": return t.talk(text("helper"));
    case "hours":
    case "correction":
    case "application": return t[kind](number("count"));
  }
}
