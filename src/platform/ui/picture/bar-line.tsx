import type { ReactNode } from "react";
import { classes, type Tone } from "../show/tone.ts";

export interface BarLineProps {
  label: ReactNode;
  /** How full the bar is, 0–1. */
  share: number;
  /** The value in words; it says by itself what the bar shows. */
  text: ReactNode;
  tone?: Exclude<Tone, "plain" | "ok">;
}

/** A label, a bar and the value in words: reasons of a proposal, parts of a whole. */
export function BarLine({ label, share, text, tone }: BarLineProps) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <div className="bar-line">
      <span>{label}</span>
      <span className={classes("bar", tone)} aria-hidden="true"><i style={{ width }} /></span>
      <span className="text">{text}</span>
    </div>
  );
}
