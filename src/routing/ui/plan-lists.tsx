import { Link } from "react-router";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, Timeline } from "#platform/ui/index.ts";
import { routingText } from "../messages/index.ts";
import { timeOf } from "../model/plan.ts";
import { sayAsks, sayLeft } from "./words.ts";
import type { ShownPlan, ShownVisit } from "../service/plans/show-plan.ts";

/** Everybody who is to be visited, with what is asked of the visit. */
export function Wanted({ visits, planId }: { visits: readonly ShownVisit[]; planId: string }) {
  const { plan: t, people, visit: v } = useText(routingText);
  return (
    <DataList caption={t.wanted} rows={visits} rowKey={({ personId }) => personId} rowTo={({ personId }) => `/rounds/${planId}/visits/${personId}`}
      empty={<EmptyState title={t.nobody} level={3} action={<ButtonLink tone="primary" to={`/rounds/${planId}/people`}>{t.choose}</ButtonLink>}>{t.nobodyHint}</EmptyState>}
      columns={[
        { key: "name", label: people.name, render: (row) => row.name },
        { key: "where", label: people.where, render: (row) => [row.communityName, row.laneName].filter(Boolean).join(" · ") || "—" },
        { key: "minutes", label: v.minutes, render: (row) => t.minutes(row.minutes) },
        { key: "hours", label: v.wishes, render: (row) => <Wishes visit={row} /> },
      ]} />
  );
}

function Wishes({ visit: { fromMinute, untilMinute, people, weight, lockedTo, asks } }: { visit: ShownVisit }) {
  const { plan, visit: t } = useText(routingText);
  const hours = fromMinute !== null || untilMinute !== null ? `${fromMinute === null ? "" : timeOf(fromMinute)}–${untilMinute === null ? "" : timeOf(untilMinute)}` : null;
  const asked = sayAsks(asks, plan.asks);
  if (!hours && people === 1 && weight === 1 && !lockedTo && asked.length === 0) return <>—</>;
  return (
    <span className="cluster">
      {hours ? <span>{hours}</span> : null}
      {people === 2 ? <Chip>{t.peopleOf[2]}</Chip> : null}
      {weight > 1 ? <Chip tone={weight === 3 ? "due" : "plain"}>{t.weights[weight as 2 | 3]}</Chip> : null}
      {asked.map((words) => <Chip key={words}>{words}</Chip>)}
      {lockedTo ? <Chip tone="calm">{plan.locked}</Chip> : null}
    </span>
  );
}

/** Who is not visited on this day, each with the reason. */
export function LeftOver({ visits, planId }: { visits: readonly ShownVisit[]; planId: string }) {
  const { plan: t } = useText(routingText);
  const left = visits.filter(({ left: reason, dropped }) => reason !== null && dropped === null);
  if (left.length === 0) return null;
  return (
    <Card title={t.left}>
      <p className="soft">{t.leftHint}</p>
      <ul className="route-left">
        {left.map((visit) => <li key={visit.personId}><Link to={`/rounds/${planId}/visits/${visit.personId}`}>{visit.name}</Link> <span>{sayLeft(visit.left!, t.reasons)}</span></li>)}
      </ul>
    </Card>
  );
}

export function Dropped({ visits, planId }: { visits: readonly ShownVisit[]; planId: string }) {
  const { plan: t } = useText(routingText);
  const dropped = visits.filter((visit) => visit.dropped !== null);
  if (dropped.length === 0) return null;
  return (
    <Card title={t.dropped}>
      <ul className="route-left">
        {dropped.map((visit) => <li key={visit.personId}><Link to={`/rounds/${planId}/visits/${visit.personId}`}>{visit.name}</Link> <span className="soft">{t.droppedWhy(visit.dropped!)}</span></li>)}
      </ul>
    </Card>
  );
}

/** Every state the plan was in, the newest first. */
export function History({ lines }: { lines: ShownPlan["history"] }) {
  const { plan: t } = useText(routingText);
  const language = useLanguage();
  if (lines.length === 0) return null;
  return (
    <Card title={t.history}>
      <Timeline label={t.history} items={lines.map(({ number, kind, made, asked, byName, at }) => ({
        key: String(number), when: formatInstant(at, language, at.slice(0, 10)), at, title: `${t.version(number)} · ${t.historyLine(t.kinds[kind], made, asked, byName)}`,
      }))} />
    </Card>
  );
}
