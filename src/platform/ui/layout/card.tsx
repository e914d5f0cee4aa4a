import { useId, type ReactNode } from "react";
import { classes } from "../show/tone.ts";

export interface CardProps {
  /** With a title the card is a section of the page with its own heading. */
  title?: ReactNode;
  /** Beside the title: a link to the whole list, a small button. */
  aside?: ReactNode;
  /** Without inner space, for a list that reaches the edges. */
  flush?: boolean;
  id?: string;
  children: ReactNode;
}

/** A sheet of paper on the page. */
export function Card({ title, aside, flush = false, id, children }: CardProps) {
  const headingId = useId();
  if (!title) return <div id={id} className={classes("card", flush && "flush")}>{children}</div>;
  return (
    <section id={id} className={classes("card", flush && "flush")} aria-labelledby={headingId}>
      <div className="card-head"><h2 id={headingId}>{title}</h2>{aside}</div>
      {children}
    </section>
  );
}
