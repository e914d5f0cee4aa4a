import type { ReactNode } from "react";
import { Link } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { Avatar } from "../show/avatar.tsx";

export interface Crumb {
  label: string;
  to: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** The way here, without this page itself. */
  crumbs?: readonly Crumb[];
  /** A soft line above the title when there are no crumbs: the day. */
  eyebrow?: ReactNode;
  /** A soft line below the title. */
  lead?: ReactNode;
  /** States that belong to the title. */
  chips?: ReactNode;
  /** A person's name, for the circle before the title. */
  avatar?: string;
  /** Buttons, a search box, or a plain `StatRow`. */
  actions?: ReactNode;
}

/** The head of a page: where I am, what this is, what I can do here. Holds the page's only h1. */
export function PageHeader({ title, crumbs, eyebrow, lead, chips, avatar, actions }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div className={avatar ? "with-avatar" : undefined}>
        {avatar ? <Avatar name={avatar} size="large" /> : null}
        <div>
          {crumbs?.length ? <Crumbs crumbs={crumbs} /> : null}
          {eyebrow ? <p className="soft">{eyebrow}</p> : null}
          <div className="page-title"><h1>{title}</h1>{chips}</div>
          {lead ? <p className="soft measure">{lead}</p> : null}
        </div>
      </div>
      {actions ? <div className="cluster">{actions}</div> : null}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useKitText();
  return (
    <nav className="crumbs" aria-label={t.crumbs}>
      <ol>{crumbs.map((crumb) => <li key={crumb.to}><Link to={crumb.to}>{crumb.label}</Link></li>)}</ol>
    </nav>
  );
}
