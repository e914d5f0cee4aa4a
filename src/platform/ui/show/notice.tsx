import type { ReactNode } from "react";
import { classes, type Tone } from "./tone.ts";
import { toneIcon } from "./tone-icon.tsx";

export interface NoticeProps {
  tone?: Exclude<Tone, "plain">;
  children: ReactNode;
}

/** Something to know before going on, such as a safety note. */
export function Notice({ tone = "calm", children }: NoticeProps) {
  return (
    <div className={classes("notice", tone)}>
      {toneIcon(tone)}
      <div>{children}</div>
    </div>
  );
}
