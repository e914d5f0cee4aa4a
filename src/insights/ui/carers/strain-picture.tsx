import { daysBetween } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { insightsText } from "../../messages/index.ts";
import type { ShownCarer } from "../../service/carers/show-carer.ts";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FLOOR, HOURS] = [640, 340, 44, 20, 18, 190, 70];

/** A carer's strain with its bands, and under it on the same months the hours somebody took over; drawn on the server, with its table beside. */
export function StrainPicture({ carer: { points, months, scale }, today }: { carer: Pick<ShownCarer, "points" | "months" | "scale">; today: string }) {
  const { carers: t } = useText(insightsText);
  const language = useLanguage();
  const begins = `${months[0]!.month}-01`;
  const shown = points.filter(({ onDay }) => onDay >= begins);
  const days = Math.max(1, daysBetween(begins, today));
  const x = (on: string) => LEFT + (Math.max(0, daysBetween(begins, on)) / days) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => TOP + (1 - (value - scale.least) / Math.max(1, scale.most - scale.least)) * (FLOOR - TOP);
  const most = Math.max(60, ...months.map(({ relief }) => relief.minutes));
  const day = (on: string) => formatDayOnly(on, language, today);
  const step = (WIDTH - LEFT - RIGHT) / months.length;
  return (
    <svg className="strain-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={shown.length === 0 ? t.pictureNone : t.pictureOf(shown.length, day(shown[0]!.onDay), day(shown.at(-1)!.onDay))}>
      {scale.bands.map(({ key, tone, from, to }) => <rect key={key} className={`band ${tone}`} x={LEFT} width={WIDTH - LEFT - RIGHT} y={y(Math.min(scale.most, to + 0.5))} height={Math.max(2, y(Math.max(scale.least, from - 0.5)) - y(Math.min(scale.most, to + 0.5)))} />)}
      {[scale.least, scale.most].map((value) => <g key={value}><line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} /><text x={LEFT - 8} y={y(value) + 5} textAnchor="end">{value}</text></g>)}
      <polyline className="step" points={shown.map(({ onDay, total }) => `${x(onDay).toFixed(1)},${y(total).toFixed(1)}`).join(" ")} />
      {shown.map(({ onDay, total }) => <g key={onDay}><circle className="point" cx={x(onDay)} cy={y(total)} r="6" /><text className="value" x={x(onDay)} y={y(total) + (y(total) < 40 ? 24 : -12)} textAnchor="middle">{total}</text></g>)}
      {months.map(({ month, relief }, index) => {
        const height = (relief.minutes / most) * HOURS;
        return relief.minutes === 0 ? null : (
          <g key={month}>
            <rect className="took-over" x={LEFT + index * step + 4} width={step - 8} y={FLOOR + 30 + HOURS - height} height={height} rx="3" />
            <text x={LEFT + (index + 0.5) * step} y={FLOOR + 24 + HOURS - height} textAnchor="middle">{formatNumber(relief.minutes / 60, language, 1)}</text>
          </g>
        );
      })}
      <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={FLOOR + 30 + HOURS} y2={FLOOR + 30 + HOURS} />
      <text x={LEFT} y={HEIGHT - 12}>{day(begins)}</text><text x={WIDTH - RIGHT} y={HEIGHT - 12} textAnchor="end">{day(today)}</text>
    </svg>
  );
}
