import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { BarLine } from "#platform/ui/picture/bar-line.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { Link } from "react-router";
import { outreachText } from "../../messages/index.ts";
import type { RoundProgress } from "../../service/rounds/count-round-progress.ts";

/** Reached of all, and what became of the others; every figure opens to its people. */
export function RoundFigures({ progress, roundId }: { progress: RoundProgress["progress"]; roundId: string }) {
  const { round: t } = useText(outreachText);
  const language = useLanguage();
  const to = (state: string) => `/outreach/rounds/${roundId}?state=${state}#members`;
  const { members, reached, refused, moved, deceased, notReached, open, overdue, attempts } = progress;
  return (
    <StatRow label={t.figures} stats={[
      { label: t.reached, value: <Figure value={reached} to={to("reached")} />, unit: t.ofMembers(formatNumber(members, language)) },
      { label: t.waiting, value: <Figure value={open} unit="persons" to={to("open")} />, note: overdue > 0 ? `${t.overdue} ${formatNumber(overdue, language)}` : undefined },
      { label: t.refused, value: <Figure value={refused} unit="persons" to={to("refused")} /> },
      { label: t.otherEnds, value: <Figure value={moved + deceased + notReached} unit="persons" to={to("other_end")} />, note: t.otherEndsNote(moved, deceased, notReached) },
      { label: t.attempts, value: <Figure value={attempts} unit="personTimes" /> },
    ]} />
  );
}

/** How far each worker has come. */
export function WorkersProgress({ workers, roundId }: { workers: RoundProgress["workers"]; roundId: string }) {
  const { round: t, rounds } = useText(outreachText);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <Card title={t.workers}>
      <div className="stack tight workers-bars">
        {workers.map(({ workerId, workerName, members, reached }) => (
          <BarLine key={workerId ?? "nobody"} share={members === 0 ? 0 : reached / members} text={rounds.reachedOf(number(reached), number(members))}
            label={<Link to={`/outreach/rounds/${roundId}?${workerId === null ? "state=unassigned" : `worker=${workerId}`}#members`}>{workerName ?? t.nobody}</Link>} />
        ))}
      </div>
    </Card>
  );
}
