import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { givenMember, givenOrganization, GOOD_PASSWORD, testGround } from "../../testing.ts";
import { createAccount } from "../accounts/create-account.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { listSessions } from "./list-sessions.ts";
import { resolveSession } from "./resolve-session.ts";
import { requireOwner, requireVisitor } from "./find-visitor.ts";
import { revokeSession } from "./revoke-session.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { startSession } from "./start-session.ts";
import { strengthenSession } from "./strengthen-session.ts";
import { switchOrganization } from "./switch-organization.ts";
import { addMember } from "../team/add-member.ts";

const t = testDatabase();
let orgId: string;
beforeEach(async () => { orgId = await givenOrganization(testGround(t)); });
let last = 0;
const address = () => `192.0.2.${++last}`;

test("login in any case and password open a session", async () => {
  const ground = testGround(t);
  await givenMember(ground, orgId, "clerk", { login: "Zhao.Wenqing@example.org", password: GOOD_PASSWORD });
  const { token } = await signIn(ground, { login: " zhao.wenqing@EXAMPLE.org", password: GOOD_PASSWORD, address: address(), agent: "Firefox/130 Windows" });
  expect((await resolveSession(ground, token))?.session?.actor.role).toBe("clerk");
  expect((await listSessions(ground, await requireVisitor(ground, token)))[0]).toMatchObject({ agent: "Firefox · Windows", current: true });
});

test("a wrong password, an unknown login, a disabled account and one without a password are answered alike", async () => {
  const ground = testGround(t);
  const { accountId } = await givenMember(ground, orgId, "clerk", { login: "disabled", password: GOOD_PASSWORD });
  await t.owner.query("update identity.accounts set disabled_at = date_trunc('milliseconds', now()) where id = $1", [accountId]);
  await givenMember(ground, orgId, "clerk", { login: "known", password: GOOD_PASSWORD });
  await givenMember(ground, orgId, "clerk", { login: "passwordless" });
  for (const [login, password] of [["known", "not the password"], ["nobody", GOOD_PASSWORD], ["disabled", GOOD_PASSWORD], ["passwordless", GOOD_PASSWORD]] as const) {
    await expect(signIn(ground, { login, password, address: address() })).rejects.toMatchObject({ kind: "invalid_input", reason: "identity.wrong_password", fields: [] });
  }
});

test("an account that is a member nowhere cannot sign in", async () => {
  const ground = testGround(t);
  await createAccount(t.db, { login: "lonely", name: "孤", password: GOOD_PASSWORD });
  await expect(signIn(ground, { login: "lonely", password: GOOD_PASSWORD, address: address() })).rejects.toMatchObject({ reason: "identity.no_membership" });
});

test("the ninth wrong try has to wait, even with the right password; elsewhere the person still gets in, and later here too", async () => {
  const ground = testGround(t, { at: new Date("2026-11-22T08:00:00Z") });
  await givenMember(ground, orgId, "clerk", { login: "guessed", password: GOOD_PASSWORD });
  const here = address();
  for (let tries = 0; tries < 8; tries++) await expect(signIn(ground, { login: "guessed", password: `wrong ${tries}`, address: here })).rejects.toMatchObject({ reason: "identity.wrong_password" });
  await expect(signIn(ground, { login: "GUESSED", password: GOOD_PASSWORD, address: here })).rejects.toMatchObject({ kind: "too_many", params: { minutes: 15 } });
  await expect(signIn(ground, { login: "guessed", password: GOOD_PASSWORD, address: address() })).resolves.toBeDefined();
  ground.clock.at = new Date("2026-11-22T08:15:01Z");
  await expect(signIn(ground, { login: "guessed", password: GOOD_PASSWORD, address: here })).resolves.toBeDefined();
});

test("a success forgives earlier slips", async () => {
  const ground = testGround(t);
  await givenMember(ground, orgId, "clerk", { login: "clumsy", password: GOOD_PASSWORD });
  const here = address();
  for (let round = 0; round < 3; round++) {
    for (let tries = 0; tries < 5; tries++) await signIn(ground, { login: "clumsy", password: "oops", address: here }).catch(() => {});
    await signIn(ground, { login: "clumsy", password: GOOD_PASSWORD, address: here });
  }
});

test("of fifty tries at once no more than eight reach the secret", async () => {
  const ground = testGround(t);
  let reached = 0;
  const tries = Array.from({ length: 50 }, () => limitAttempts(ground, { kind: "password", subject: "rushed", address: "198.51.100.1" }, async () => { reached++; return null; }));
  const outcomes = await Promise.allSettled(tries);
  expect(reached).toBeLessThanOrEqual(8);
  expect(outcomes.filter(({ status }) => status === "rejected").length).toBe(50 - reached);
});

test("nothing that was typed stands in the attempts", async () => {
  const ground = testGround(t);
  await signIn(ground, { login: "my-secret-password", password: "my-secret-password", address: "203.0.113.77" }).catch(() => {});
  const { rows } = await t.owner.query("select a::text as row from identity.sign_in_attempts a");
  expect(rows.map(({ row }) => row).join()).not.toMatch(/secret|203\.0/);
});

test("signing out ends the session; the token alone is worth nothing, and it is nowhere in the database", async () => {
  const ground = testGround(t);
  await givenMember(ground, orgId, "clerk", { login: "leaver", password: GOOD_PASSWORD });
  const { token } = await signIn(ground, { login: "leaver", password: GOOD_PASSWORD, address: address() });
  const { rows } = await t.owner.query("select s::text as row from identity.sessions s");
  expect(rows.map(({ row }) => row).join()).not.toContain(token);
  await signOut(ground, token);
  await signOut(ground, token);
  await signOut(ground, null);
  expect(await resolveSession(ground, token)).toBeNull();
  await expect(requireVisitor(ground, token)).rejects.toMatchObject({ kind: "not_signed_in" });
  const trail = await t.owner.query("select action from audit.entries where org_id = $1 and action like 'session.%' order by seq", [orgId]);
  expect(trail.rows.map(({ action }) => action)).toEqual(["session.opened", "session.closed"]);
});

test("somebody's other sessions can be ended, one or all; nobody else's", async () => {
  const ground = testGround(t);
  const [me, other] = [await givenMember(ground, orgId, "clerk"), await givenMember(ground, orgId, "clerk")];
  const open = (who: typeof me) => startSession(ground, { id: who.accountId, name: who.name }, { by: "test", strong: false });
  const [a, b, c, foreign] = [await open(me), await open(me), await open(me), await open(other)];
  const visitor = await requireVisitor(ground, a.token);
  const foreignId = (await requireVisitor(ground, foreign.token)).sessionId;
  await expect(revokeSession(ground, visitor, { id: foreignId })).rejects.toMatchObject({ reason: "identity.session_ended" });
  await revokeSession(ground, visitor, { id: (await requireVisitor(ground, b.token)).sessionId });
  expect(await resolveSession(ground, b.token)).toBeNull();
  await revokeSession(ground, visitor, "others");
  expect(await resolveSession(ground, c.token)).toBeNull();
  expect(await resolveSession(ground, a.token)).not.toBeNull();
  expect(await resolveSession(ground, foreign.token)).not.toBeNull();
});

test("a second factor changes the token, so one overheard before is worth nothing", async () => {
  const ground = testGround(t);
  const worker = await givenMember(ground, orgId, "worker");
  const before = await startSession(ground, { id: worker.accountId, name: worker.name }, { by: "test", strong: false });
  const after = await strengthenSession(ground, await requireVisitor(ground, before.token), "totp");
  expect(await resolveSession(ground, before.token)).toBeNull();
  expect((await resolveSession(ground, after.token))?.session?.actor.strong).toBe(true);
});

test("in another organisation one acts in the role held there, under a new token; strangers' organisations do not exist", async () => {
  const ground = testGround(t);
  const there = await givenOrganization(ground, "另一机构");
  const member = await givenMember(ground, orgId, "clerk");
  await addMember(t.db, ground.masterKey, { orgId: there, accountId: member.accountId, role: "worker", from: new Date(Date.now() - 1000) });
  const first = await startSession(ground, { id: member.accountId, name: member.name }, { by: "test", strong: false, orgId });
  const second = await switchOrganization(ground, first.token, there);
  expect(second.wantsSecondFactor).toBe(true);
  expect(await resolveSession(ground, first.token)).toBeNull();
  expect(await resolveSession(ground, second.token)).toMatchObject({ pending: "second_factor_setup" });
  await expect(switchOrganization(ground, second.token, await givenOrganization(ground))).rejects.toMatchObject({ kind: "not_found" });
});

test("with a second factor set up, only a session that showed it may change how one signs in", async () => {
  const ground = testGround(t);
  const worker = await givenMember(ground, orgId, "worker");
  const { token } = await startSession(ground, { id: worker.accountId, name: worker.name }, { by: "test", strong: false });
  await expect(requireOwner(ground, token)).resolves.toMatchObject({ accountId: worker.accountId });
  await t.owner.query("update identity.accounts set totp_secret = 'x', totp_confirmed_at = now() where id = $1", [worker.accountId]);
  await expect(requireOwner(ground, token)).rejects.toMatchObject({ reason: "access.second_factor" });
});
