import { ChevronsUpDown, Keyboard, LogOut, Settings2, UserRound } from "lucide-react";
import { Form, Link } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { Menu } from "../overlay/menu.tsx";
import { Avatar } from "../show/avatar.tsx";
import { ModeSwitches } from "./mode-switches.tsx";
import type { Preferences } from "./preferences.ts";

/** Who is signed in, as the shell shows it. */
export interface ShellAccount {
  readonly name: string;
  /** The role acted in, in words: 督导. */
  readonly role: string;
  /** The page of one's own account. */
  readonly to: string;
}

interface AccountMenuProps {
  account: ShellAccount | null;
  preferences: Preferences;
  /** In the rail with name and role, or as an icon in the top bar. */
  place: "rail" | "topbar";
}

/** The account, how the pages look, and the way out. */
export function AccountMenu({ account, preferences, place }: AccountMenuProps) {
  const t = useKitText();
  const label = account ? `${t.account} ${account.name}` : t.modes;
  return (
    <Menu label={place === "topbar" ? label : undefined} summaryClass={place === "rail" ? "who-button" : "tool"}
      panelClass={place === "rail" ? "menu-panel" : "menu-panel down"} summary={<Summary account={account} place={place} />}>
      {account ? (
        <>
          <Link className="nav-link" to={account.to}><UserRound className="icon" aria-hidden="true" />{t.account}</Link>
          <Link className="nav-link" to="/keyboard"><Keyboard className="icon" aria-hidden="true" />{t.keys}</Link>
          <Form method="post" action="/sign-out">
            <button className="nav-link"><LogOut className="icon" aria-hidden="true" />{t.signOut}</button>
          </Form>
          <hr />
        </>
      ) : null}
      <ModeSwitches preferences={preferences} />
    </Menu>
  );
}

function Summary({ account, place }: Pick<AccountMenuProps, "account" | "place">) {
  const t = useKitText();
  if (place === "topbar") return account ? <Avatar name={account.name} /> : <Settings2 className="icon" aria-hidden="true" />;
  return (
    <>
      {account ? <Avatar name={account.name} /> : <Settings2 className="icon" aria-hidden="true" />}
      <span>{account ? <><b>{account.name}</b><span className="small soft">{account.role}</span></> : t.modes}</span>
      <ChevronsUpDown className="icon" aria-hidden="true" />
    </>
  );
}
