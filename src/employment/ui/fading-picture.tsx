import { useText } from "#platform/i18n/use-text.ts";
import { TableBehind } from "#platform/ui/picture/table-behind.tsx";
import { employmentText } from "../messages/index.ts";
import type { Week } from "../model/job.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [600, 240, 48, 12, 16, 36];

/** Minutes on the spot week by week: bars of what was done, a line of what was planned; drawn on the server, with its table. */
export function FadingPicture({ weeks }: { weeks: readonly Week[] }) {
  const { job: t } = useText(employmentText);
  const most = Math.max(60, ...weeks.flatMap(({ planned, actual }) => [planned ?? 0, actual]));
  const step = (WIDTH - LEFT - RIGHT) / weeks.length;
  const y = (minutes: number) => TOP + (1 - minutes / most) * (HEIGHT - TOP - BOTTOM);
  const middle = (week: number) => LEFT + (week - 0.5) * step;
  const planned = weeks.flatMap(({ week, planned: minutes }) => (minutes === null ? [] : [{ week, minutes }]));
  const total = weeks.reduce((sum, { actual }) => sum + actual, 0);
  const marks = weeks.filter(({ week }) => week === 1 || week === weeks.length || week % Math.max(1, Math.ceil(weeks.length / 8)) === 0);
  return (
    <figure className="stack tight">
      <svg className="fading" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.pictureOf(weeks.length, total)}>
        {[0, most / 2, most].map((minutes) => <g key={minutes}><line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(minutes)} y2={y(minutes)} /><text x={LEFT - 8} y={y(minutes) + 5} textAnchor="end">{Math.round(minutes)}</text></g>)}
        {weeks.map(({ week, actual }) => (actual > 0 ? <rect key={week} className="actual" x={middle(week) - step * 0.35} width={step * 0.7} y={y(actual)} height={y(0) - y(actual)} rx="2" /> : null))}
        {planned.length > 1 ? <polyline className="planned" points={planned.map(({ week, minutes }) => `${middle(week)},${y(minutes)}`).join(" ")} /> : planned.map(({ week, minutes }) => <circle key={week} className="planned" cx={middle(week)} cy={y(minutes)} r="5" />)}
        {marks.map(({ week }) => <text key={week} x={middle(week)} y={HEIGHT - 10} textAnchor="middle">{week}</text>)}
      </svg>
      <figcaption className="cluster small"><span className="fading-key actual">{t.actual}</span>{planned.length > 0 ? <span className="fading-key planned">{t.planned}</span> : <span className="soft">{t.noPlan}</span>}</figcaption>
      <TableBehind caption={t.picture} head={[t.week, t.actual, ...(planned.length > 0 ? [t.planned] : [])]} digits={0} rows={weeks.map(({ week, planned: minutes, actual }) => ({ key: String(week), name: t.weekOf(week), values: minutes === null ? [actual] : [actual, minutes] }))} />
    </figure>
  );
}
