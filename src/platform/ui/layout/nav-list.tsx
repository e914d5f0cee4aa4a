import { Ellipsis } from "lucide-react";
import { useId } from "react";
import { Link, useLocation } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { Menu } from "../overlay/menu.tsx";
import { Count } from "../show/count.tsx";
import { groupNav, placeOf, type NavItem } from "./nav.ts";

/** How many places the tab bar shows before 更多; with more of them the words no longer fit at 320 px. */
const TABS = 4;

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

function NavGroups({ items, current }: { items: readonly NavItem[]; current: NavItem | undefined }) {
  const id = useId();
  return groupNav(items).map(({ title, items: members }, index) => (
    <div className="nav-group" key={title ?? ""}>
      {title ? <p className="nav-title" id={`${id}${index}`}>{title}</p> : null}
      <ul aria-labelledby={title ? `${id}${index}` : undefined}>{members.map((item) => <li key={item.to}><NavLine item={item} current={item === current} /></li>)}</ul>
    </div>
  ));
}

function NavLine({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <Link className="nav-link" to={item.to} aria-current={current ? "page" : undefined}>
      {item.icon}<span>{item.label}</span><Count value={item.count} tone={item.countTone} />
    </Link>
  );
}
