import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { pathwaysText } from "../messages/index.ts";
import { rowsAddress } from "../model/filter.ts";
import { STEPS } from "../model/steps.ts";
import type { Ladder } from "../service/show-ladder.ts";
import { CLIMB, layOutClimb } from "./lay-out.ts";
import { FigureTable } from "./figure-table.tsx";

/** The flow up the ladder, drawn on the server; the same as a table beneath. */
export function ClimbPicture({ ladder, asOf }: { ladder: Ladder; asOf: string | undefined }) {
  const { ladder: t, steps } = useText(pathwaysText);
  const language = useLanguage();
  const picture = layOutClimb(ladder.flow, ladder.heights);
  const write = (persons: number | null) => (persons === null ? "·" : formatNumber(persons, language));
  return (
    <figure className="stack">
      <svg className="climb" viewBox={`0 0 ${CLIMB.width} ${picture.height}`} role="img" aria-label={t.flowSummary}>
        {picture.ribbons.map(({ key, path }) => <path key={key} d={path} className="band" />)}
        {picture.bars.map(({ step, y, width, goneWidth, reached, stays }) => (
          <g key={step}>
            <rect className="bar" x={CLIMB.left} y={y} width={width} height={CLIMB.bar} rx="4" />
            {goneWidth > 0 ? <rect className="gone" x={CLIMB.left} y={y} width={goneWidth} height={CLIMB.bar} rx="4" /> : null}
            <text className="step-name" x="4" y={y + 14}>{steps[step]}</text>
            <text className="step-count" x="4" y={y + 32}>{reached === null ? t.stays(write(stays)) : t.reached(write(reached))}</text>
          </g>
        ))}
      </svg>
      {ladder.flow ? (
        <FigureTable caption={t.flow} head={[t.from, ...STEPS.slice(1).map((step) => steps[step]), t.here, t.total]}
          rows={STEPS.map((from, row) => ({
            key: from, name: steps[from],
            cells: [...STEPS.slice(1).map((to, index) => ({ value: ladder.flow![row]![index + 1]!, to: rowsAddress({ asOf, from, to }) })), { value: ladder.flow![row]![5]!, to: rowsAddress({ asOf, at: from }) }, { value: ladder.flow![row]![6]!, to: rowsAddress({ asOf, from }) }],
          }))} />
      ) : null}
    </figure>
  );
}
