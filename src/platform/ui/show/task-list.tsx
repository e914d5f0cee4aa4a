import type { ReactNode } from "react";
import { Avatar } from "./avatar.tsx";

export interface TaskProps {
  /** Whose matter it is; its first sign stands in the circle. */
  name: string;
  title: ReactNode;
  chip?: ReactNode;
  children?: ReactNode;
  /** The one thing to do: a `ButtonLink` or a small form. */
  action?: ReactNode;
}

/** A line of 今天: who, what, and the one action it ends in. */
export function Task({ name, title, chip, children, action }: TaskProps) {
  return (
    <li className="task">
      <Avatar name={name} />
      <div>
        <h3><span>{title}</span>{chip}</h3>
        {children ? <p className="soft">{children}</p> : null}
      </div>
      {action ? <div className="task-act">{action}</div> : null}
    </li>
  );
}

/** Lines of things to do, one under the other. */
export function TaskList({ children }: { children: ReactNode }) {
  return <ul className="tasks">{children}</ul>;
}
