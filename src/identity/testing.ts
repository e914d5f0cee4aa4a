import { randomBytes, randomUUID } from "node:crypto";
import type { TestDatabase } from "../platform/testing/database.ts";
import { createAccount } from "./service/accounts/create-account.ts";
import type { Ground } from "./service/ground.ts";
import { createOrganization } from "./service/installation/create-organization.ts";
import { startSession } from "./service/sessions/start-session.ts";
import { resolveSession, type ResolvedSession } from "./service/sessions/resolve-session.ts";
import type { Session } from "../platform/db/session.ts";
import { addMember } from "./service/team/add-member.ts";

export { CAPABILITIES } from "./model/role-pack.ts";

const masterKey = randomBytes(32);
/** A password nobody would guess and every rule takes. */
export const GOOD_PASSWORD = "lüzhou-brücke-47";

/** Where identity's services stand in a test; the clock is moved with `clock.at`. */
export function testGround(t: TestDatabase, clock: { at: Date } = { at: new Date() }): Ground & { readonly clock: { at: Date } } {
  return { get db() { return t.db; }, masterKey, now: () => clock.at, clock };
}

/** An organisation with the roles of the pack. */
export function givenOrganization(ground: Ground, name = "青云社会工作服务中心"): Promise<string> {
  return createOrganization(ground.db, ground.masterKey, { name, slug: `org-${randomUUID().slice(0, 8)}` });
}

/** A member with an account of their own. */
export async function givenMember(
  ground: Ground, orgId: string, role: string, given: { name?: string; login?: string; password?: string } = {},
): Promise<{ accountId: string; membershipId: string; login: string; name: string }> {
  const { name = "何静", login = `u${randomUUID().slice(0, 8)}`, password } = given;
  const accountId = await createAccount(ground.db, { login, name, ...(password && { password }) });
  const from = new Date(ground.now().getTime() - 1000);
  const membershipId = await addMember(ground.db, ground.masterKey, { orgId, accountId, role, from });
  return { accountId, membershipId, login, name };
}

/** Signed in as a member, with a second factor shown unless said otherwise. */
export async function givenSignedIn(
  ground: Ground, member: { accountId: string; name: string }, orgId: string, { strong = true } = {},
): Promise<{ token: string; resolved: ResolvedSession | null; session: Session }> {
  const { token } = await startSession(ground, { id: member.accountId, name: member.name }, { by: "test", strong, orgId });
  const resolved = await resolveSession(ground, token);
  return { token, resolved, session: resolved?.session as Session };
}
