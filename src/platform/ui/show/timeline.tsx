import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

export interface TimelineItem {
  key: string;
  /** The time or the day in words. */
  when: ReactNode;
  /** The same for machines: `2026-11-21` or an instant. */
  at?: string;
  title: ReactNode;
  note?: ReactNode;
  tone?: Tone | "past";
}

export interface TimelineProps {
  label: string;
  items: readonly TimelineItem[];
}

/** What happened or will happen, in order, along a line. */
export function Timeline({ label, items }: TimelineProps) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={item.tone}>
          <b>{item.at ? <time dateTime={item.at}>{item.when}</time> : item.when}</b>
          <div>{item.title}</div>
          {item.note ? <div className="small soft">{item.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}
