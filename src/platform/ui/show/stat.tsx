import type { ReactNode } from "react";
import { Card } from "../layout/card.tsx";
import { classes } from "./tone.ts";

export interface StatProps {
  label: string;
  /** The number in large type; give a `Figure` to let it open to its rows. */
  value: ReactNode;
  unit?: string;
  /** A second, smaller fact: `63 人 · 31 场`. */
  note?: ReactNode;
}

export interface StatRowProps {
  /** What the figures are about, for those who hear the page. */
  label: string;
  stats: readonly StatProps[];
  /** Without cards, smaller: beside a title. */
  plain?: boolean;
}

/** One figure with its label. Stands in a `StatRow`. */
export function Stat({ label, value, unit, note }: StatProps) {
  return (
    <dl className="stat">
      <dt className="soft">{label}</dt>
      <dd>
        <span className="stat-value">{value}{unit ? <span className="unit">{unit}</span> : null}</span>
        {note ? <span className="small soft">{note}</span> : null}
      </dd>
    </dl>
  );
}

/** Figures side by side, as many to a row as fit. */
export function StatRow({ label, stats, plain = false }: StatRowProps) {
  return (
    <div className={classes("stats", plain && "plain")} role="group" aria-label={label}>
      {stats.map((stat) => (plain ? <Stat key={stat.label} {...stat} /> : <Card key={stat.label}><Stat {...stat} /></Card>))}
    </div>
  );
}
