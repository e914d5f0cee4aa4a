import { availableParallelism } from "node:os";
import { beforeEach, expect, test } from "vitest";
import { parsePreferences } from "../../../platform/web/preferences-cookie.ts";
import { testDatabase } from "../../../platform/testing/database.ts";
import { givenMember, givenOrganization, givenSignedIn, GOOD_PASSWORD, testGround } from "../../testing.ts";
import { requireVisitor } from "../sessions/find-visitor.ts";
import { resolveSession } from "../sessions/resolve-session.ts";
import { signIn } from "../sessions/sign-in.ts";
import { addMember } from "../team/add-member.ts";
import { changePassword } from "./change-password.ts";
import { choosePassword } from "./choose-password.ts";
import { createAccount } from "./create-account.ts";
import { hashPassword, verifyPassword } from "./hash-password.ts";
import { keepPreferences } from "./keep-preferences.ts";
import { offerPasswordLink } from "./offer-password-link.ts";
import { readOwnAccount } from "./read-own-account.ts";
import { renameAccount } from "./rename-account.ts";
import { findPasswordLink, resetPassword } from "./reset-password.ts";

const t = testDatabase();
const NEXT = "zwölf-grüne-enten";
let orgId: string;
beforeEach(async () => { orgId = await givenOrganization(testGround(t)); });
let last = 0;
const address = () => `198.51.100.${++last}`;

test("a password is kept as argon2id and fits only itself", async () => {
  const hash = await hashPassword(GOOD_PASSWORD);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, GOOD_PASSWORD)).toBe(true);
  expect(await verifyPassword(hash, `${GOOD_PASSWORD} `)).toBe(false);
  expect(await verifyPassword(null, "a password nobody has")).toBe(false);
});

test("the queue for hashing has an end, and everyone in it is served", async () => {
  const places = availableParallelism() * 17;
  const outcomes = await Promise.allSettled(Array.from({ length: places + 5 }, () => verifyPassword(null, "x")));
  expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBe(places);
  expect(outcomes.find((outcome) => outcome.status === "rejected")?.reason).toMatchObject({ kind: "unavailable", reason: "identity.busy" });
  expect(await verifyPassword(null, "x")).toBe(false);
});

test("a poor password is refused at its field", async () => {
  await expect(choosePassword("password123", [])).rejects.toMatchObject({ reason: "identity.password_common", fields: [{ field: "password" }] });
});

test("a login is taken once, whatever its case, also when two ask at once", async () => {
  const both = await Promise.allSettled([createAccount(t.db, { login: "Same@Example.org", name: "甲" }), createAccount(t.db, { login: "same@example.ORG", name: "乙" })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(createAccount(t.db, { login: "SAME@example.org", name: "丙" })).rejects.toMatchObject({ reason: "identity.login_taken" });
  await expect(createAccount(t.db, { login: "no good", name: "丁" })).rejects.toMatchObject({ reason: "identity.login_form" });
});

test("changing the password needs the present one and ends every other session", async () => {
  const ground = testGround(t);
  const member = await givenMember(ground, orgId, "clerk", { password: GOOD_PASSWORD });
  const [mine, other] = [await givenSignedIn(ground, member, orgId), await givenSignedIn(ground, member, orgId)];
  await expect(changePassword(ground, mine.token, { current: "wrong", password: NEXT, address: address() })).rejects.toMatchObject({ reason: "identity.wrong_current_password" });
  await expect(changePassword(ground, mine.token, { current: GOOD_PASSWORD, password: "short", address: address() })).rejects.toMatchObject({ reason: "identity.password_short" });
  await changePassword(ground, mine.token, { current: GOOD_PASSWORD, password: NEXT, address: address() });
  expect(await resolveSession(ground, other.token)).toBeNull();
  expect(await resolveSession(ground, mine.token)).not.toBeNull();
  await expect(signIn(ground, { login: member.login, password: GOOD_PASSWORD, address: address() })).rejects.toMatchObject({ reason: "identity.wrong_password" });
  await expect(signIn(ground, { login: member.login, password: NEXT, address: address() })).resolves.toBeDefined();
});

test("two changes of one's name at once: the second is shown the first", async () => {
  const ground = testGround(t);
  const { session, token } = await givenSignedIn(ground, await givenMember(ground, orgId, "clerk", { name: "旧名" }), orgId);
  const { version } = await readOwnAccount(ground, await requireVisitor(ground, token));
  await renameAccount(session, { name: "新名", version });
  await expect(renameAccount(session, { name: "别名", version })).rejects.toMatchObject({ kind: "stale", difference: { name: { stored: "新名", sent: "别名" } } });
  await expect(renameAccount(session, { name: "别名" })).rejects.toMatchObject({ kind: "precondition_required" });
});

test("preferences go with the account", async () => {
  const ground = testGround(t);
  const { token } = await givenSignedIn(ground, await givenMember(ground, orgId, "volunteer"), orgId);
  await keepPreferences(ground, await requireVisitor(ground, token), parsePreferences("language=en&mode=elder"));
  expect((await readOwnAccount(ground, await requireVisitor(ground, token))).preferences).toMatchObject({ language: "en", mode: "elder", theme: "auto" });
  expect((await resolveSession(ground, token))?.signedIn?.roleName).toBe("Volunteer");
});

test("a forgotten password is set anew by a link, once; the second factor stays", async () => {
  const ground = testGround(t);
  const admin = await givenSignedIn(ground, await givenMember(ground, orgId, "admin"), orgId);
  const member = await givenMember(ground, orgId, "worker", { password: GOOD_PASSWORD, name: "林晓禾" });
  const old = await givenSignedIn(ground, member, orgId);
  const token = await offerPasswordLink(ground, admin.session, member.membershipId);
  expect(await findPasswordLink(ground, token)).toEqual({ name: "林晓禾", login: member.login });
  await expect(resetPassword(ground, token, "short")).rejects.toMatchObject({ reason: "identity.password_short" });
  const both = await Promise.allSettled([resetPassword(ground, token, NEXT), resetPassword(ground, token, `${NEXT}-2`)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await findPasswordLink(ground, token)).toBeNull();
  expect(await resolveSession(ground, old.token)).toBeNull();
});

test("a link is too old after a day, and for somebody of another organisation or without the right there is none", async () => {
  const ground = testGround(t);
  const admin = await givenSignedIn(ground, await givenMember(ground, orgId, "admin"), orgId);
  const worker = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId);
  const member = await givenMember(ground, orgId, "volunteer");
  await expect(offerPasswordLink(ground, worker.session, member.membershipId)).rejects.toMatchObject({ reason: "access.not_allowed" });
  const elsewhere = await givenOrganization(ground);
  const foreign = await givenMember(ground, elsewhere, "volunteer");
  await expect(offerPasswordLink(ground, admin.session, foreign.membershipId)).rejects.toMatchObject({ kind: "not_found" });
  const token = await offerPasswordLink(ground, admin.session, member.membershipId);
  await addMember(t.db, ground.masterKey, { orgId: elsewhere, accountId: member.accountId, role: "volunteer", from: new Date(Date.now() - 1000) });
  await expect(offerPasswordLink(ground, admin.session, member.membershipId)).rejects.toMatchObject({ reason: "identity.belongs_elsewhere" });
  ground.clock.at = new Date(ground.clock.at.getTime() + 25 * 3_600_000);
  await expect(resetPassword(ground, token, NEXT)).rejects.toMatchObject({ reason: "identity.link_spent" });
});
