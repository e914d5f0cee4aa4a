import { generate } from "otplib";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../../testing.ts";
import { requireVisitor } from "../sessions/find-visitor.ts";
import { resolveSession } from "../sessions/resolve-session.ts";
import { startSession } from "../sessions/start-session.ts";
import { beginTotp } from "./begin-totp.ts";
import { checkTotp } from "./check-totp.ts";
import { confirmTotp } from "./confirm-totp.ts";
import { listFactors } from "./list-factors.ts";
import { removeFactor } from "./remove-factor.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";
import { resetSecondFactor } from "./reset-second-factor.ts";
import { showSecondFactor } from "./show-second-factor.ts";

const t = testDatabase();
let orgId: string;
let last = 0;
const address = () => `203.0.113.${++last}`;
beforeEach(async () => { orgId = await givenOrganization(testGround(t)); });

/** A worker with an authenticator app, just signed in with the password; and the app. */
async function withApp() {
  const ground = testGround(t);
  const member = await givenMember(ground, orgId, "worker");
  const open = async () => (await startSession(ground, { id: member.accountId, name: member.name }, { by: "password", strong: false })).token;
  const token = await open();
  const { secret } = await beginTotp(ground, token);
  const app = () => generate({ secret: secret.replaceAll(" ", ""), epoch: Math.floor(ground.now().getTime() / 1000) });
  const { recoveryCodes, session } = await confirmTotp(ground, token, { code: await app(), address: address() });
  ground.clock.at = new Date(ground.clock.at.getTime() + 30_000);
  return { ground, member, open, app, recoveryCodes, strong: session.token, secret };
}

test("setting up shows one secret until it is confirmed; confirming makes the session strong and gives ten recovery codes", async () => {
  const { ground, member, recoveryCodes, strong, secret } = await withApp();
  expect(recoveryCodes).toHaveLength(10);
  expect((await resolveSession(ground, strong))?.session?.actor.strong).toBe(true);
  expect(await listFactors(ground, await requireVisitor(ground, strong))).toMatchObject({ recoveryCodesLeft: 10, passkeys: [] });
  const { rows } = await t.owner.query("select a::text || coalesce((select string_agg(r::text, '') from identity.recovery_codes r), '') as row from identity.accounts a where id = $1", [member.accountId]);
  expect(rows[0].row).not.toContain(secret.replaceAll(" ", ""));
  await expect(beginTotp(ground, strong)).rejects.toMatchObject({ reason: "identity.totp_already" });
});

test("the picture and the text are the same until confirmed, and a wrong code confirms nothing", async () => {
  const ground = testGround(t);
  const { token } = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId, { strong: false });
  const first = await beginTotp(ground, token);
  expect(await beginTotp(ground, token)).toEqual(first);
  expect(first.qrSvg).toMatch(/^<svg/);
  await expect(confirmTotp(ground, token, { code: "000000", address: address() })).rejects.toMatchObject({ reason: "identity.wrong_second_factor" });
  expect(await resolveSession(ground, token)).toMatchObject({ pending: "second_factor_setup" });
});

test("a code opens one session: not twice, not the one before, and codes of one minute ago are too old", async () => {
  const { ground, open, app } = await withApp();
  const code = await app();
  const started = await showSecondFactor(ground, await open(), { code: ` ${code.slice(0, 3)} ${code.slice(3)} `, address: address() });
  expect((await resolveSession(ground, started.token))?.session?.actor.strong).toBe(true);
  await expect(showSecondFactor(ground, await open(), { code, address: address() })).rejects.toMatchObject({ reason: "identity.wrong_second_factor" });
  const old = await app();
  ground.clock.at = new Date(ground.clock.at.getTime() + 90_000);
  await expect(showSecondFactor(ground, await open(), { code: old, address: address() })).rejects.toMatchObject({ reason: "identity.wrong_second_factor" });
});

test("of two people with the same code at once one gets in", async () => {
  const { ground, member, app } = await withApp();
  const code = await app();
  const both = await Promise.all([1, 2].map(() => checkTotp(ground, t.db, member.accountId, code, { confirmed: true })));
  expect(both.sort()).toEqual([false, true]);
});

test("a recovery code works once; new ones make the old ones void", async () => {
  const { ground, open, recoveryCodes, strong } = await withApp();
  const [first, second] = recoveryCodes as [string, string];
  await showSecondFactor(ground, await open(), { code: first.toLowerCase(), address: address() });
  await expect(showSecondFactor(ground, await open(), { code: first, address: address() })).rejects.toMatchObject({ reason: "identity.wrong_second_factor" });
  const [fresh] = await renewRecoveryCodes(ground, strong) as [string];
  await expect(showSecondFactor(ground, await open(), { code: second, address: address() })).rejects.toMatchObject({ reason: "identity.wrong_second_factor" });
  await showSecondFactor(ground, await open(), { code: fresh, address: address() });
});

test("wrong codes are limited and noted in the organisation's trail", async () => {
  const { ground, open, app } = await withApp();
  const here = address();
  for (let tries = 0; tries < 8; tries++) await showSecondFactor(ground, await open(), { code: "000000", address: here }).catch(() => {});
  await expect(showSecondFactor(ground, await open(), { code: await app(), address: here })).rejects.toMatchObject({ kind: "too_many" });
  const { rows } = await t.owner.query("select count(*)::int as refused from audit.entries where org_id = $1 and action = 'second_factor.refused'", [orgId]);
  expect(rows[0].refused).toBe(8);
});

test("with the password alone nobody adds, renews or removes a factor of an account that has one", async () => {
  const { ground, open } = await withApp();
  const weak = await open();
  await expect(beginTotp(ground, weak)).rejects.toMatchObject({ reason: "access.second_factor" });
  await expect(confirmTotp(ground, weak, { code: "000000", address: address() })).rejects.toMatchObject({ reason: "access.second_factor" });
  await expect(renewRecoveryCodes(ground, weak)).rejects.toMatchObject({ reason: "access.second_factor" });
  await expect(removeFactor(ground, weak, { kind: "totp" })).rejects.toMatchObject({ reason: "access.second_factor" });
});

test("the last factor of somebody whose role needs one stays; a volunteer may remove theirs", async () => {
  const { ground, strong } = await withApp();
  await expect(removeFactor(ground, strong, { kind: "totp" })).rejects.toMatchObject({ reason: "identity.last_second_factor" });
  await expect(removeFactor(ground, strong, { kind: "passkey", id: "none" })).rejects.toMatchObject({ kind: "not_found" });
  const volunteer = await givenSignedIn(ground, await givenMember(ground, orgId, "volunteer"), orgId, { strong: false });
  await expect(renewRecoveryCodes(ground, volunteer.token)).rejects.toMatchObject({ reason: "identity.no_second_factor" });
  const { secret } = await beginTotp(ground, volunteer.token);
  const code = await generate({ secret: secret.replaceAll(" ", ""), epoch: Math.floor(ground.now().getTime() / 1000) });
  const { session } = await confirmTotp(ground, volunteer.token, { code, address: address() });
  await removeFactor(ground, session.token, { kind: "totp" });
  expect(await listFactors(ground, await requireVisitor(ground, session.token))).toEqual({ totpSince: null, passkeys: [], recoveryCodesLeft: 0 });
});

test("the operator's reset removes all factors, ends all sessions, and stands in the trail", async () => {
  const { ground, member, open, strong } = await withApp();
  expect(await resetSecondFactor(ground, member.login.toUpperCase())).toEqual({ name: member.name, organizations: 1 });
  expect(await resolveSession(ground, strong)).toBeNull();
  expect(await resolveSession(ground, await open())).toMatchObject({ pending: "second_factor_setup" });
  const { rows } = await t.owner.query("select actor_role from audit.entries where org_id = $1 and action = 'second_factor.reset'", [orgId]);
  expect(rows).toEqual([{ actor_role: "operator" }]);
  await expect(resetSecondFactor(ground, "nobody-at-all")).rejects.toMatchObject({ reason: "identity.no_such_login" });
});
