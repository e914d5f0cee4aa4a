import { useId, type ReactNode } from "react";
import { fill } from "../messages/fill.ts";
import { useKitText } from "../messages/texts.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { Chip } from "./chip.tsx";
import type { Tone } from "./tone.ts";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

export interface ProgressBarProps {
  label: string;
  state: JobState;
  done: number;
  /** Null while the whole is not known yet. */
  total: number | null;
  /** The estimate in words: `2 分钟`. */
  remaining?: string;
  /** A form that cancels the job. */
  cancel?: ReactNode;
  children?: ReactNode;
}

const TONES: Record<JobState, Tone> = { queued: "calm", running: "calm", done: "ok", failed: "late", cancelled: "plain" };

/** How far a long job has come, with its estimate and its cancel. The page may be left and come back to. */
export function ProgressBar({ label, state, done, total, remaining, cancel, children }: ProgressBarProps) {
  const t = useKitText();
  const language = useLanguage();
  const id = useId();
  const counted = total === null
    ? formatNumber(done, language)
    : fill(t.ofTotal, { done: formatNumber(done, language), total: formatNumber(total, language) });
  return (
    <div className="progress">
      <div className="spread"><b id={id}>{label}</b><Chip tone={TONES[state]}>{t.progress[state]}</Chip></div>
      <progress aria-labelledby={id} max={total ?? 1} value={total === null && state === "running" ? undefined : done} />
      <div className="spread">
        <span className="small soft" role="status">
          {counted}{state === "running" && remaining ? ` · ${fill(t.remaining, { time: remaining })}` : null}
        </span>
        {cancel}
      </div>
      {children}
    </div>
  );
}
