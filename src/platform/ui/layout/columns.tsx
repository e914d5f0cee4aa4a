import type { ReactNode } from "react";
import { classes } from "../show/tone.ts";

/** Parts under each other with even space. */
export function Stack({ space = "medium", children }: { space?: "tight" | "medium" | "wide"; children: ReactNode }) {
  return <div className={classes("stack", space !== "medium" && space)}>{children}</div>;
}

/** Two columns where there is room: the main matter, and facts at the side. One column on a phone and in elder mode. */
export function Columns({ even = false, children }: { even?: boolean; children: ReactNode }) {
  return <div className={classes("columns", even && "even")}>{children}</div>;
}

/** Equal cards, as many to a row as fit. */
export function Tiles({ children }: { children: ReactNode }) {
  return <div className="tiles">{children}</div>;
}

export interface FacingProps {
  /** What the pair is called, for those who hear the page. */
  label: string;
  left: ReactNode;
  middle: ReactNode;
  right: ReactNode;
  actions?: ReactNode;
}

/** Two sides of a proposal with the reasons between them, and what can be decided below. */
export function Facing({ label, left, middle, right, actions }: FacingProps) {
  return (
    <article className="card facing" aria-label={label}>
      <div>{left}</div>
      <div className="facing-middle">{middle}</div>
      <div>{right}</div>
      {actions ? <div className="facing-acts">{actions}</div> : null}
    </article>
  );
}
