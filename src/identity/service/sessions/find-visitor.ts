import { Refusal } from "../../../kernel/refusal.ts";
import type { Ground } from "../ground.ts";
import { findLiveSession } from "./resolve-session.ts";

/** Whoever holds a session, also between the password and the second factor. Only identity's own services take one. */
export interface Visitor {
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly sessionId: string;
  readonly openedAt: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly role: string;
  readonly capabilities: readonly string[];
  readonly strong: boolean;
  readonly hasFactor: boolean;
  readonly wantsSecondFactor: boolean;
  /** As kept with the account; empty when nothing was ever chosen. */
  readonly preferences: string;
  readonly timeZone: string;
}

/** The visitor of a session's cookie. */
export async function findVisitor(ground: Ground, token: string | null): Promise<Visitor | null> {
  const live = token ? await findLiveSession(ground, token) : null;
  if (!live) return null;
  const { row, acting, wantsSecondFactor } = live;
  return {
    accountId: row.accountId, name: row.name, login: row.login, sessionId: row.id, openedAt: row.openedAt, orgId: acting.orgId, orgName: acting.orgName,
    role: acting.role, capabilities: acting.capabilities, strong: row.strongAt !== null, hasFactor: row.hasTotp || row.hasPasskey, wantsSecondFactor,
    preferences: row.preferences, timeZone: acting.timeZone,
  };
}

/** The visitor, or the way to the sign-in. */
export async function requireVisitor(ground: Ground, token: string | null): Promise<Visitor> {
  const visitor = await findVisitor(ground, token);
  if (!visitor) throw new Refusal("not_signed_in", "access.sign_in");
  return visitor;
}

/**
 * Lets a visitor change how they prove who they are: right after the password only while there is no second factor yet,
 * else a stolen password could simply add its own.
 */
export async function requireOwner(ground: Ground, token: string | null): Promise<Visitor> {
  const visitor = await requireVisitor(ground, token);
  if (visitor.hasFactor && !visitor.strong) throw new Refusal("forbidden", "access.second_factor");
  return visitor;
}
