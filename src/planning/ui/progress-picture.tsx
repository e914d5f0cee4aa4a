import { daysBetween } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { TableBehind } from "#platform/ui/picture/table-behind.tsx";
import { planningText } from "../messages/index.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM, LEAST, MOST] = [600, 220, 52, 24, 22, 44, 20, 80];

/** The attainment score over time, 50 being what was hoped for; drawn on the server, with its table. */
export function ProgressPicture({ points, today }: { points: readonly { readonly on: string; readonly score: number }[]; today: string }) {
  const { show: t } = useText(planningText);
  const language = useLanguage();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const days = Math.max(1, daysBetween(first.on, last.on));
  const x = (on: string) => LEFT + 24 + (daysBetween(first.on, on) / days) * (WIDTH - LEFT - RIGHT - 48);
  const y = (score: number) => TOP + (1 - (Math.min(MOST, Math.max(LEAST, score)) - LEAST) / (MOST - LEAST)) * (HEIGHT - TOP - BOTTOM);
  const day = (on: string) => formatDayOnly(on, language, today);
  const words = (score: number) => formatNumber(score, language, 1);
  return (
    <figure className="stack tight">
      <svg className="score-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.overTimeSummary(words(first.score), words(last.score))}>
        {[30, 50, 70].map((score) => <g key={score}><line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(score)} y2={y(score)} /><text x={LEFT - 8} y={y(score) + 5} textAnchor="end">{score}</text></g>)}
        <polyline className="step" points={points.map(({ on, score }) => `${x(on)},${y(score)}`).join(" ")} />
        {points.map(({ on, score }) => <g key={on}><circle cx={x(on)} cy={y(score)} r="6" /><text className="value" x={x(on)} y={y(score) - 12} textAnchor="middle">{words(score)}</text></g>)}
        <text x={LEFT} y={HEIGHT - 10}>{day(first.on)}</text>
        {points.length > 1 ? <text x={WIDTH - RIGHT} y={HEIGHT - 10} textAnchor="end">{day(last.on)}</text> : null}
      </svg>
      <TableBehind caption={t.overTime} head={[t.on, t.score]} digits={1} rows={points.map(({ on, score }) => ({ key: on, name: day(on), values: [score] }))} />
    </figure>
  );
}
