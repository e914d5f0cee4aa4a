import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { SoftAuthenticator } from "../../testing/soft-authenticator.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../../testing.ts";
import { requireVisitor } from "../sessions/find-visitor.ts";
import { resolveSession } from "../sessions/resolve-session.ts";
import { beginPasskeySignIn, finishPasskeySignIn } from "../sessions/sign-in-with-passkey.ts";
import { startSession } from "../sessions/start-session.ts";
import { beginPasskey, finishPasskey } from "./add-passkey.ts";
import { listFactors } from "./list-factors.ts";
import { relyingParty } from "./relying-party.ts";
import { removeFactor } from "./remove-factor.ts";

const t = testDatabase();
const origin = "https://linli.example.org";
const place = () => ({ ...testGround(t), db: t.db, origin });
let orgId: string;
beforeEach(async () => { orgId = await givenOrganization(testGround(t)); });

async function withPasskey(role = "worker") {
  const ground = place();
  const member = await givenMember(ground, orgId, role);
  const { token } = await givenSignedIn(ground, member, orgId, { strong: false });
  const device = new SoftAuthenticator();
  const added = await finishPasskey(ground, token, { response: device.register(await beginPasskey(ground, token), origin), name: "办公室电脑" });
  return { ground, member, device, token: added.session.token, recoveryCodes: added.recoveryCodes };
}

test("a passkey is the second factor, with recovery codes, and afterwards signs in by itself", async () => {
  const { ground, member, device, token, recoveryCodes } = await withPasskey();
  expect(recoveryCodes).toHaveLength(10);
  expect((await resolveSession(ground, token))?.session?.actor.strong).toBe(true);
  const started = await finishPasskeySignIn(ground, device.answer(await beginPasskeySignIn(ground), origin));
  expect((await resolveSession(ground, started.token))?.session?.actor).toMatchObject({ accountId: member.accountId, strong: true });
  expect((await listFactors(ground, await requireVisitor(ground, started.token))).passkeys).toMatchObject([{ name: "办公室电脑", lastUsedAt: expect.any(String) }]);
});

test("an answer is taken once", async () => {
  const { ground, device } = await withPasskey();
  const answer = device.answer(await beginPasskeySignIn(ground), origin);
  await finishPasskeySignIn(ground, answer);
  await expect(finishPasskeySignIn(ground, answer)).rejects.toMatchObject({ reason: "identity.passkey_refused" });
});

test("an answer made for another address, without the owner's finger, too late, or by a strange device opens nothing", async () => {
  const { ground, device } = await withPasskey();
  const ask = () => beginPasskeySignIn(ground);
  await expect(finishPasskeySignIn(ground, device.answer(await ask(), "https://evil.example"))).rejects.toMatchObject({ reason: "identity.passkey_refused" });
  await expect(finishPasskeySignIn(ground, new SoftAuthenticator().answer(await ask(), origin))).rejects.toMatchObject({ reason: "identity.passkey_unknown" });
  device.verifies = false;
  await expect(finishPasskeySignIn(ground, device.answer(await ask(), origin))).rejects.toMatchObject({ reason: "identity.passkey_refused" });
  device.verifies = true;
  const late = await ask();
  ground.clock.at = new Date(ground.clock.at.getTime() + 11 * 60_000);
  await expect(finishPasskeySignIn(ground, device.answer(late, origin))).rejects.toMatchObject({ reason: "identity.passkey_refused" });
});

test("a device's passkey belongs to one account; another person's question is not answered for them", async () => {
  const { ground, device } = await withPasskey();
  const other = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId);
  await expect(finishPasskey(ground, other.token, { response: device.register(await beginPasskey(ground, other.token), origin), name: "偷来的" }))
    .rejects.toMatchObject({ reason: "identity.passkey_known" });
  const third = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId);
  const asked = await beginPasskey(ground, third.token);
  await expect(finishPasskey(ground, other.token, { response: new SoftAuthenticator().register(asked, origin), name: "别人的" }))
    .rejects.toMatchObject({ reason: "identity.passkey_refused" });
});

test("with the password alone no passkey is added to an account that has one; a removed one no longer opens", async () => {
  const { ground, member, device, token } = await withPasskey("volunteer");
  const weak = await startSession(ground, { id: member.accountId, name: member.name }, { by: "password", strong: false });
  await expect(beginPasskey(ground, weak.token)).rejects.toMatchObject({ reason: "access.second_factor" });
  await removeFactor(ground, token, { kind: "passkey", id: device.id.toString("base64url") });
  await expect(finishPasskeySignIn(ground, device.answer(await beginPasskeySignIn(ground), origin))).rejects.toMatchObject({ reason: "identity.passkey_unknown" });
});

test("passkeys belong to the host of the installation's own address", () => {
  expect(relyingParty({ origin: "http://localhost:3000" })).toMatchObject({ rpID: "localhost", origin: "http://localhost:3000" });
});
