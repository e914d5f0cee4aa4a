import type { ReactNode } from "react";
import { classes, type Tone } from "./tone.ts";
import { toneIcon } from "./tone-icon.tsx";

export interface ChipProps {
  tone?: Tone;
  /** Another icon than the tone's own; `null` for none. */
  icon?: ReactNode;
  children: ReactNode;
}

/** A state in one word, with the icon that says the same as its colour. */
export function Chip({ tone = "plain", icon, children }: ChipProps) {
  return (
    <span className={classes("chip", tone)}>
      {icon === undefined ? toneIcon(tone) : icon}
      <span>{children}</span>
    </span>
  );
}
