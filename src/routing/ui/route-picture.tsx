import { useText } from "#platform/i18n/use-text.ts";
import { routingText } from "../messages/index.ts";
import type { ShownPlan } from "../service/plans/show-plan.ts";
import { layOut, type Drawn } from "./lay-out.ts";
import { whoIn } from "./words.ts";

/** The round on our own outlines: a line per team with its letter, its stops numbered. The lists below say the same. */
export function RoutePicture({ plan }: { plan: ShownPlan }) {
  const { plan: t } = useText(routingText);
  const drawn = layOut(plan);
  return (
    <figure className="stack route-frame">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="scroll" tabIndex={0} role="group" aria-label={t.picture}>
      <svg className="route-picture" viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={t.picture}>
        {drawn.outlines.map(({ name, path, at }) => <g key={name}><path className="outline" d={path} /><text className="outline-name" x={at.x} y={at.y} textAnchor="middle">{name}</text></g>)}
        {drawn.meets.map(([a, b]) => <line key={`${a.x} ${a.y}`} className="meet" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />)}
        {drawn.lines.map((line) => <TeamLine key={line.letter} line={line} />)}
        {drawn.left.map(({ x, y }) => <circle key={`${x} ${y}`} className="left" cx={x} cy={y} r="6" />)}
        <g className="start"><rect x={drawn.start.x - 11} y={drawn.start.y - 11} width="22" height="22" rx="5" /><text x={drawn.start.x} y={drawn.start.y + 30} textAnchor="middle">{t.start}</text></g>
      </svg>
      </div>
      <ul className="route-legend">
        {plan.teams.map((team, index) => (
          <li key={team.id}><span className={`route-letter team-${index % 6}`} aria-hidden="true">{team.letter}</span> {t.tour(team.letter, whoIn(team))}</li>
        ))}
        {drawn.meets.length > 0 ? <li><span className="route-meet" aria-hidden="true" /> {t.meet}</li> : null}
        {drawn.left.length > 0 ? <li><span className="route-letter route-open" aria-hidden="true" /> {t.left}</li> : null}
      </ul>
    </figure>
  );
}

function TeamLine({ line }: { line: Drawn["lines"][number] }) {
  const look = `team-${line.index % 6}`;
  return (
    <g className={look}>
      <path className="way" d={line.path} />
      {line.stops.map(({ x, y, rank }) => (
        <g key={rank}>
          <circle className="stop" cx={x} cy={y} r="12" />
          <text className="stop-number" x={x} y={y + 4.5} textAnchor="middle">{`${line.letter}${rank}`}</text>
        </g>
      ))}
    </g>
  );
}
