import { Lock } from "lucide-react";
import { Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card, Timeline, type TimelineItem } from "#platform/ui/index.ts";
import { routingText } from "../messages/index.ts";
import { timeOf } from "../model/plan.ts";
import type { PlannedTour } from "../model/day/day.ts";
import type { NamedTeam } from "../service/plans/name-teams.ts";
import type { ShownPlan } from "../service/plans/show-plan.ts";
import { whoIn } from "./words.ts";

/** One team's day as a line of moments: setting out, visits, lunch, coming back. */
export function TourCard({ plan, team, index }: { plan: ShownPlan; team: NamedTeam; index: number }) {
  const { plan: t, modes } = useText(routingText);
  const tour = plan.run?.tours.find(({ teamId }) => teamId === team.id);
  const title = <span className="cluster"><span className={`route-letter team-${index % 6}`} aria-hidden="true">{team.letter}</span>{t.tour(team.letter, whoIn(team))}</span>;
  if (!tour) return <Card title={title}><p className="soft">{t.idle}</p></Card>;
  const way = tour.backMinutes + tour.stops.reduce((sum, { wayMinutes }) => sum + wayMinutes, 0);
  const metres = tour.backMetres + tour.stops.reduce((sum, { wayMetres }) => sum + wayMetres, 0);
  return (
    <Card title={title}>
      <p className="soft">{t.tourFacts(modes[team.mode], timeOf(tour.leave), timeOf(tour.back), t.minutes(way), t.kilometres(metres))}</p>
      <Timeline label={t.tour(team.letter, whoIn(team))} items={momentsOf(plan, tour, t)} />
    </Card>
  );
}

type Words = ReturnType<typeof useText<typeof routingText.zh>>["plan"];

function momentsOf(plan: ShownPlan, tour: PlannedTour, t: Words): TimelineItem[] {
  const visits = new Map(plan.visits.map((visit) => [visit.personId, visit]));
  const lunch = (before: number): TimelineItem[] => (tour.lunch?.before === before ? [{ key: `lunch${before}`, when: timeOf(tour.lunch.begin), title: t.lunch, tone: "calm" }] : []);
  const stops = tour.stops.flatMap((stop, rank): TimelineItem[] => {
    const visit = visits.get(stop.personId);
    return [...lunch(rank), {
      key: stop.personId, when: `${timeOf(stop.begin)}–${timeOf(stop.done)}`,
      title: <>{rank + 1}. <Link to={`/rounds/${plan.id}/visits/${stop.personId}`}>{visit?.name}</Link> {visit?.lockedTo ? <><Lock className="icon" aria-hidden="true" /><span className="sr-only">{t.locked}</span></> : null}</>,
      note: [[visit?.communityName, visit?.laneName].filter(Boolean).join(" · "), t.wayTo(stop.wayMinutes), visit?.bring].filter(Boolean).join(" · "),
    }];
  });
  return [
    { key: "leave", when: timeOf(tour.leave), title: t.leave(plan.startName), tone: "past" }, ...stops, ...lunch(tour.stops.length),
    { key: "back", when: timeOf(tour.back), title: t.back(plan.startName), note: t.wayTo(tour.backMinutes), tone: "past" },
  ];
}
