import { createContext, type RouterContextProvider } from "react-router";
import { Refusal } from "../../kernel/refusal.ts";
import type { Db } from "../db/connect.ts";
import type { Session } from "../db/session.ts";
import type { Language } from "../i18n/language.ts";
import type { Preferences } from "../ui/layout/preferences.ts";

/** The installation as faces may use it: only identity and public pages need more than a session. */
export interface Installation {
  readonly db: Db;
  readonly masterKey: Buffer;
  /** `demo` installations hold made-up people only and list who can sign in; `development` shows the gallery. */
  readonly mode: "normal" | "demo" | "development";
  /** The code printed in the terminal that guards the first set-up; null once an organisation exists. */
  readonly setupCode: string | null;
  /** Where people reach this installation, e.g. `https://linli.example.org`; links in invitations begin with it. */
  readonly origin: string;
  now(): Date;
  /** Logs a fault with the request's number; the reader is shown the number only. */
  reportBug(error: unknown, requestId: string): void;
  /** A session for work that belongs to an organisation but to nobody signed in, e.g. a public form. */
  systemSession(orgId: string, as: { name: string; role: string; capabilities?: readonly string[] }, key?: string): Session;
}

/** Who is signed in, as pages show it. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly roleName: string;
  readonly capabilities: readonly string[];
  readonly strong: boolean;
  readonly organization: { readonly id: string; readonly name: string };
  /** All organisations the account may act for, to switch between. */
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  /** Base64 key for drafts kept on the device; gone when the session ends, the same again for the same account. */
  readonly draftKey: string;
}

/** Everything a loader or action may need from its request. */
export interface Web {
  readonly installation: Installation;
  readonly session: Session | null;
  readonly signedIn: SignedIn | null;
  /** The raw session token of the cookie, for identity's own pages. */
  readonly sessionToken: string | null;
  readonly preferences: Preferences;
  readonly lang: Language;
  readonly nonce: string;
  readonly requestId: string;
  /** The caller's address, for limiting attempts; never stored with a person. */
  readonly clientAddress: string;
}

export const webContext = createContext<Web>();

type Context = Readonly<RouterContextProvider>;

/** The request's surroundings. */
export function webOf(context: Context): Web {
  return context.get(webContext);
}

/** The session of a page whose policy asks for one. */
export function sessionOf(context: Context): Session {
  const { session } = webOf(context);
  if (!session) throw new Refusal("not_signed_in", "access.sign_in");
  return session;
}
