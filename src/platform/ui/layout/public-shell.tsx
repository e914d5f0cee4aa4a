import type { ReactNode } from "react";
import { Link } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { classes } from "../show/tone.ts";
import { Brand } from "./brand.tsx";
import { ModeSwitches } from "./mode-switches.tsx";
import type { Preferences } from "./preferences.ts";

export interface PublicShellProps {
  preferences: Preferences;
  /** Public places: find a service, ask for help, volunteer. */
  links?: readonly { readonly to: string; readonly label: string }[];
  /** Where to sign in; nothing on the sign-in page itself. */
  signInTo?: string;
  /** Room for a list or a picture rather than for one column of text. */
  wide?: boolean;
  messages?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The frame of a page without an account: sign-in, asking for help, volunteering. Whole without script. */
export function PublicShell({ preferences, links = [], signInTo, wide = false, messages, footer, children }: PublicShellProps) {
  const t = useKitText();
  return (
    <div className="frame">
      <a className="skip" href="#main">{t.skip}</a>
      <div className={classes("shell plain", wide && "wide")}>
        <header className="topbar">
          <Brand />
          <nav className="topbar-tools" aria-label={t.nav}>
            {links.map((link) => <Link key={link.to} className="button quiet" to={link.to}>{link.label}</Link>)}
            {signInTo ? <Link className="button" to={signInTo}>{t.signIn}</Link> : null}
          </nav>
        </header>
        <main className="shell-main" id="main" tabIndex={-1}><div className="page">{messages}{children}</div></main>
        <footer className="foot">
          <ModeSwitches preferences={preferences} />
          {footer}
        </footer>
      </div>
    </div>
  );
}
