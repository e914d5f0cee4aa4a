import type { ReactNode } from "react";
import { Link } from "react-router";
import { Count } from "../show/count.tsx";

export interface Tab {
  to: string;
  label: ReactNode;
  count?: number;
  current?: boolean;
}

/** Views of one thing, each with its own address, so they open without script and can be sent to somebody. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={tab.current ? "page" : undefined}>{tab.label}<Count value={tab.count} /></Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
