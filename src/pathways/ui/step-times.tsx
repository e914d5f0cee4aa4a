import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { formatShare } from "#platform/i18n/numbers.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { pathwaysText } from "../messages/index.ts";
import type { CurvePoint } from "../model/survival.ts";
import type { StepTime } from "../service/show-ladder.ts";
import { FigureTable } from "./figure-table.tsx";

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [360, 190, 38, 10, 10, 26];

/** How long one step takes: the share that reached it, with its band, and the same as a table. */
export function StepTimes({ time: { step, curve, shares, medianDays } }: { time: StepTime }) {
  const { ladder: t, steps } = useText(pathwaysText);
  const language = useLanguage();
  const share = (value: number) => formatShare(value, language);
  return (
    <Card title={steps[step]}>
      <div className="stack tight">
        {curve && curve.length > 0 ? <Curve points={curve} label={t.curve(steps[step])} days={t.days} /> : null}
        {curve ? <p>{medianDays === null ? t.noMedian : t.median(t.days(medianDays))}</p> : null}
        {shares.length === 0 ? <p className="soft">{t.noShares}</p> : (
          <FigureTable caption={t.curve(steps[step])} head={[t.within, t.share, t.band, t.atRisk]}
            rows={shares.map(({ days, share: reached, low, high, atRisk }) => ({
              key: String(days), name: t.days(days), cells: [{ value: reached, words: share(reached) }, { value: low, words: `${share(low)}–${share(high)}` }, { value: atRisk }],
            }))} />
        )}
      </div>
    </Card>
  );
}

/** The share that reached the step by day, as stairs, and the band around it. */
function Curve({ points, label, days }: { points: readonly CurvePoint[]; label: string; days: (days: number) => string }) {
  const language = useLanguage();
  const last = Math.max(1, points.at(-1)!.days);
  const x = (day: number) => LEFT + (day / last) * (WIDTH - LEFT - RIGHT);
  const y = (staying: number) => TOP + staying * (HEIGHT - TOP - BOTTOM);
  const stairs = (of: (point: CurvePoint) => number) => points.map((point, index) => `${index === 0 ? "" : `H${x(point.days).toFixed(1)}`}V${y(of(point)).toFixed(1)}`).join("");
  const start = (share: number) => `M${x(points[0]!.days).toFixed(1)} ${y(share).toFixed(1)}`;
  const back = points.toReversed().map((point, index) => `${index === 0 ? "" : `V${y(point.low).toFixed(1)}`}H${x(point.days).toFixed(1)}`).join("");
  return (
    <svg className="climb" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => <g key={share}><path className="axis" d={`M${LEFT} ${y(1 - share)}H${WIDTH - RIGHT}`} /><text className="tick" x={LEFT - 6} y={y(1 - share) + 4} textAnchor="end">{formatShare(share, language)}</text></g>)}
      <path className="band" d={`${start(points[0]!.high)}${stairs(({ high }) => high)}V${y(points.at(-1)!.low).toFixed(1)}${back}Z`} />
      <path className="line" d={`M${LEFT} ${y(1)}H${x(points[0]!.days).toFixed(1)}${stairs(({ staying }) => staying)}`} />
      <text className="tick" x={LEFT} y={HEIGHT - 6}>{days(0)}</text>
      <text className="tick" x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">{days(last)}</text>
    </svg>
  );
}
