import { Lock } from "lucide-react";
import { Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, Timeline, type TimelineItem } from "#platform/ui/index.ts";
import { routingText } from "../messages/index.ts";
import { timeOf } from "../model/plan.ts";
import type { PlannedTour } from "../model/day/day.ts";
import type { ShownPlan } from "../service/plans/show-plan.ts";
import { sayAsks, sayChange, whoGoes } from "./words.ts";

/** One team's day as a line of moments: setting out, visits, lunch, coming back. */
export function TourCard({ plan, team, index }: { plan: ShownPlan; team: ShownPlan["teams"][number]; index: number }) {
  const words = useText(routingText);
  const { plan: t, modes } = words;
  const tour = plan.run?.tours.find(({ teamId }) => teamId === team.id);
  const title = <span className="cluster"><span className={`route-letter team-${index % 6}`} aria-hidden="true">{team.letter}</span>{t.tour(team.letter, whoGoes(team))}</span>;
  const changes = team.changes.map((change) => <p key={change.at} className="route-change">{sayChange(change, team, plan.teams, words)}</p>);
  if (!tour) return <Card title={title}><p className="soft">{t.idle}</p>{changes}</Card>;
  const way = tour.backMinutes + tour.stops.reduce((sum, { wayMinutes }) => sum + wayMinutes, 0);
  const metres = tour.backMetres + tour.stops.reduce((sum, { wayMetres }) => sum + wayMetres, 0);
  return (
    <Card title={title}>
      <p className="soft">{t.tourFacts(modes[team.mode], timeOf(tour.leave), timeOf(tour.back), t.minutes(way), t.kilometres(metres))}</p>
      {changes}
      <Timeline label={t.tour(team.letter, whoGoes(team))} items={momentsOf(plan, tour, t)} />
    </Card>
  );
}

type Words = ReturnType<typeof useText<typeof routingText.zh>>["plan"];

function momentsOf(plan: ShownPlan, tour: PlannedTour, t: Words): TimelineItem[] {
  const visits = new Map(plan.visits.map((visit) => [visit.personId, visit]));
  const lunch = (before: number): TimelineItem[] => (tour.lunch?.before === before ? [{ key: `lunch${before}`, when: timeOf(tour.lunch.begin), title: t.lunch, tone: "calm" }] : []);
  const stops = tour.stops.flatMap((stop, rank): TimelineItem[] => {
    const visit = visits.get(stop.personId);
    const other = plan.teams.find(({ id }) => id === stop.withTeamId);
    const early = stop.begin - stop.arrive;
    return [...lunch(rank), {
      key: stop.personId, when: `${timeOf(stop.begin)}–${timeOf(stop.done)}`,
      title: <>{rank + 1}. <Link to={`/rounds/${plan.id}/visits/${stop.personId}`}>{visit?.name}</Link> {visit?.lockedTo ? <><Lock className="icon" aria-hidden="true" /><span className="sr-only">{t.locked}</span></> : null}</>,
      note: [[visit?.communityName, visit?.laneName].filter(Boolean).join(" · "), t.wayTo(stop.wayMinutes), other && t.meets(other.letter, whoGoes(other)), other && early > 0 && tour.lunch?.before !== rank && t.waits(t.minutes(early)),
        ...(visit ? sayAsks({ ...visit.asks, never: [] }, t.asks) : []), visit?.bring].filter(Boolean).join(" · "), ...(rank < (tour.kept ?? 0) && { tone: "past" as const }),
    }];
  });
  const back: TimelineItem = { key: "back", when: timeOf(tour.back), title: t.back(plan.startName), note: t.wayTo(tour.backMinutes), tone: "past" };
  const atHome = tour.lunch !== null && tour.lunch.begin >= tour.back;
  return [
    { key: "leave", when: timeOf(tour.leave), title: t.leave(plan.startName), tone: "past" }, ...stops,
    ...(atHome ? [back, ...lunch(tour.stops.length)] : [...lunch(tour.stops.length), back]),
  ];
}
