import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { KeysHelp } from "../overlay/keys-help.tsx";
import { PaletteButton } from "../overlay/palette-button.tsx";
import { AccountMenu, type ShellAccount } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { RailNav, TabBar } from "./nav-list.tsx";
import { visibleNav, type NavItem } from "./nav.ts";
import type { Preferences } from "./preferences.ts";

export interface ShellProps {
  nav: readonly NavItem[];
  capabilities: ReadonlySet<string>;
  account: ShellAccount;
  preferences: Preferences;
  /** An `OrganisationSwitcher`, or the name of the organisation. */
  organisation?: ReactNode;
  /** Messages that belong to the whole page, such as a `Toast`. */
  messages?: ReactNode;
  children: ReactNode;
}

/** The frame of a signed-in page: rail on a desk, top bar and tab bar on a phone, in elder mode and at 200 % text. */
export function Shell({ nav, capabilities, account, preferences, organisation, messages, children }: ShellProps) {
  const t = useKitText();
  const items = visibleNav(nav, capabilities);
  return (
    <div className="frame">
      <a className="skip" href="#main">{t.skip}</a>
      <div className="shell">
        <header className="topbar">
          <Brand />
          <div className="topbar-tools">
            <Link className="tool" to="/search" aria-label={t.search}><Search className="icon" aria-hidden="true" /></Link>
            <AccountMenu account={account} preferences={preferences} place="topbar" />
          </div>
        </header>
        <header className="rail">
          <Brand />
          <PaletteButton commands={items} />
          <RailNav items={items} />
          <div className="rail-foot">
            {organisation}
            <AccountMenu account={account} preferences={preferences} place="rail" />
          </div>
        </header>
        <main className="shell-main" id="main" tabIndex={-1}><div className="page">{messages}{children}</div></main>
        <TabBar items={items} />
        <KeysHelp />
      </div>
    </div>
  );
}
