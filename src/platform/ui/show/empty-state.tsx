import { Inbox } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: string;
  /** What to do next, in one sentence. */
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  /** Heading level of the title, 2 unless it stands inside a section of its own. */
  level?: 2 | 3;
}

/** Nothing here yet: says why, and the one thing to do. */
export function EmptyState({ title, children, icon, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <span className="empty-art">{icon ?? <Inbox className="icon" aria-hidden="true" />}</span>
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
