import { ChevronDown, Ellipsis } from "lucide-react";
import { Link, useLocation } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { Menu } from "../overlay/menu.tsx";
import { Count } from "../show/count.tsx";
import { groupNav, placeOf, type NavItem } from "./nav.ts";

/** How many places the tab bar shows before 更多; with more of them the words no longer fit at 320 px. */
const TABS = 4;
/** Up to so many places are all shown at once. */
const UNFOLDED = 12;

/** The navigation of a desk: everything, by group. */
export function RailNav({ items }: { items: readonly NavItem[] }) {
  const t = useKitText();
  const { pathname } = useLocation();
  return <nav aria-label={t.nav}><NavGroups items={items} current={placeOf(pathname, items)} /></nav>;
}

/** The navigation of a phone: the first four places, and the rest behind 更多. */
export function TabBar({ items }: { items: readonly NavItem[] }) {
  const t = useKitText();
  const { pathname } = useLocation();
  const current = placeOf(pathname, items);
  const fits = items.length <= TABS + 1;
  const tabs = fits ? items : items.slice(0, TABS);
  const rest = fits ? [] : items.slice(TABS);
  return (
    <nav className="tabbar" aria-label={t.nav}>
      <ul>
        {tabs.map((item) => (
          <li key={item.to}>
            <Link className="tab" to={item.to} aria-current={item === current ? "page" : undefined}>
              {item.icon}<span>{item.label}</span><Count value={item.count} tone={item.countTone} />
            </Link>
          </li>
        ))}
        {rest.length > 0 ? (
          <li>
            <Menu summaryClass="tab" panelClass="tab-more" summary={<><Ellipsis className="icon" aria-hidden="true" /><span>{t.more}</span></>}>
              <NavGroups items={rest} current={current} />
            </Menu>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** Places by group; where there are many, a group folds and only the one somebody is in stands open. */
function NavGroups({ items, current }: { items: readonly NavItem[]; current: NavItem | undefined }) {
  const folds = items.length > UNFOLDED;
  return groupNav(items).map(({ title, items: members }) => {
    const lines = <ul>{members.map((item) => <li key={item.to}><NavLine item={item} current={item === current} /></li>)}</ul>;
    if (!title) return <div className="nav-group" key="">{lines}</div>;
    return (
      <details className="nav-group" key={title} open={!folds || members.some((item) => item === current)}>
        <summary className="nav-title"><span>{title}</span><ChevronDown className="icon" aria-hidden="true" /></summary>
        {lines}
      </details>
    );
  });
}

function NavLine({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <Link className="nav-link" to={item.to} aria-current={current ? "page" : undefined}>
      {item.icon}<span>{item.label}</span><Count value={item.count} tone={item.countTone} />
    </Link>
  );
}
