import { daysBetween } from "#kernel/calendar.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { assessmentText } from "../messages/index.ts";
import type { Bands } from "../model/instrument.ts";

export interface ScorePoint {
  readonly key: string;
  readonly on: string;
  readonly value: number;
  /** Points of different versions are not joined. */
  readonly version: number;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 280, 56, 20, 18, 44];

/** Scores over time with the bands behind them, drawn on the server; the table below says the same. */
export function ScorePicture({ points, least, most, bands, today }: { points: readonly ScorePoint[]; least: number; most: number; bands: Bands | null; today: string }) {
  const { history: t } = useText(assessmentText);
  const language = useLanguage();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const days = Math.max(1, daysBetween(first.on, last.on));
  const x = (on: string) => (points.length === 1 ? (LEFT + WIDTH - RIGHT) / 2 : LEFT + 18 + (daysBetween(first.on, on) / days) * (WIDTH - LEFT - RIGHT - 36));
  const y = (value: number) => TOP + (1 - (value - least) / Math.max(1, most - least)) * (HEIGHT - TOP - BOTTOM);
  const day = (on: string) => formatDayOnly(on, language, today);
  const lines = points.slice(1).flatMap((point, index) => (points[index]!.version === point.version ? [{ from: points[index]!, to: point }] : []));
  return (
    <svg className="score-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.summary(points.length, day(first.on), day(last.on), String(first.value), String(last.value))}>
      {bands?.lines.map((band) => {
        const [top, bottom] = [y(Math.min(most, band.to === most ? most : band.to + 0.5)), y(Math.max(least, band.from === least ? least : band.from - 0.5))];
        return <rect key={band.key} className={`band ${band.tone}`} x={LEFT} width={WIDTH - LEFT - RIGHT} y={top} height={Math.max(2, bottom - top)} />;
      })}
      {[least, Math.round((least + most) / 2), most].map((value) => (
        <g key={value}><line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} /><text x={LEFT - 8} y={y(value) + 5} textAnchor="end">{value}</text></g>
      ))}
      {lines.map(({ from, to }) => <line key={to.key} className="step" x1={x(from.on)} y1={y(from.value)} x2={x(to.on)} y2={y(to.value)} />)}
      {points.map((point) => <g key={point.key}><circle className="point" cx={x(point.on)} cy={y(point.value)} r="6" /><text className="value" x={x(point.on)} y={y(point.value) + (y(point.value) < 40 ? 24 : -12)} textAnchor="middle">{point.value}</text></g>)}
      <text x={points.length === 1 ? x(first.on) : LEFT} y={HEIGHT - 10} textAnchor={points.length === 1 ? "middle" : "start"}>{day(first.on)}</text>
      {points.length > 1 ? <text x={WIDTH - RIGHT} y={HEIGHT - 10} textAnchor="end">{day(last.on)}</text> : null}
    </svg>
  );
}
