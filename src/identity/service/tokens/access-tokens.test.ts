import { randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { composeOrgToken } from "../../model/org-token.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../../testing.ts";
import { createAccessToken } from "./create-access-token.ts";
import { listAccessTokens } from "./list-access-tokens.ts";
import { resolveToken } from "./resolve-token.ts";
import { revokeAccessToken } from "./revoke-access-token.ts";

const t = testDatabase();
let ground: ReturnType<typeof testGround>;
let orgId: string;
beforeEach(async () => {
  ground = testGround(t);
  orgId = await givenOrganization(ground);
});
const signedIn = async (role: string) => givenSignedIn(ground, await givenMember(ground, orgId, role), orgId);

test("a token allows what it was made for and its owner still may", async () => {
  const { session } = await signedIn("worker");
  const { token, id } = await createAccessToken(session, { name: "月报表同步", scopes: ["returns.read", "people.read"], lifetimeDays: 90 });
  expect(token).toMatch(/^linli_[A-Za-z0-9_-]{64}$/);
  const actor = (await resolveToken(ground, token))?.actor;
  expect(actor).toMatchObject({ orgId, accountId: session.actor.accountId, strong: true });
  expect([...actor!.capabilities].sort()).toEqual(["people.read", "returns.read"]);
  await t.owner.query("update identity.roles set capabilities = array_remove(capabilities, 'people.read') where org_id = $1 and key = 'worker'", [orgId]);
  expect([...(await resolveToken(ground, token))!.actor.capabilities]).toEqual(["returns.read"]);
  expect(await listAccessTokens(session)).toMatchObject([{ id, name: "月报表同步", lastUsedAt: expect.any(String) }]);
});

test("a token made without a second factor does not reach sensitive fields", async () => {
  const { token: cookie } = await givenSignedIn(ground, await givenMember(ground, orgId, "clerk"), orgId, { strong: false });
  const { resolveSession } = await import("../sessions/resolve-session.ts");
  const session = (await resolveSession(ground, cookie))!.session!;
  const { token } = await createAccessToken(session, { name: "看地点", scopes: ["places.read"], lifetimeDays: 30 });
  expect((await resolveToken(ground, token))?.actor.strong).toBe(false);
});

test("nobody gives a token more than they may do, or nothing at all", async () => {
  const { session } = await signedIn("clerk");
  for (const scopes of [["people.read"], ["places.read", "accounts.manage"], []]) {
    await expect(createAccessToken(session, { name: "x", scopes, lifetimeDays: 30 })).rejects.toMatchObject({ reason: "identity.scope_not_held" });
  }
});

test("a token that is revoked, too old, of a disabled account, altered, or moved to another organisation is nobody", async () => {
  const { session } = await signedIn("worker");
  const make = () => createAccessToken(session, { name: "x", scopes: ["people.read"], lifetimeDays: 30 });
  const [revoked, kept] = [await make(), await make()];
  await revokeAccessToken(session, { tokenId: revoked.id });
  await expect(revokeAccessToken(session, { tokenId: revoked.id })).rejects.toMatchObject({ kind: "not_found" });
  const secret = Buffer.from(kept.token.slice(6), "base64url").subarray(16);
  const moved = composeOrgToken("access", await givenOrganization(ground), secret);
  for (const token of [revoked.token, moved, composeOrgToken("access", orgId, randomBytes(32)), "linli_x", ""]) expect(await resolveToken(ground, token)).toBeNull();
  expect(await resolveToken(ground, kept.token)).not.toBeNull();
  const before = ground.clock.at;
  ground.clock.at = new Date(before.getTime() + 31 * 86_400_000);
  expect(await resolveToken(ground, kept.token)).toBeNull();
  ground.clock.at = before;
  await t.owner.query("update identity.accounts set disabled_at = date_trunc('milliseconds', now()) where id = $1", [session.actor.accountId]);
  expect(await resolveToken(ground, kept.token)).toBeNull();
});

test("tokens are one's own: a colleague neither sees nor revokes them, and none is kept in clear", async () => {
  const [one, other] = [await signedIn("worker"), await signedIn("worker")];
  const { id, token } = await createAccessToken(one.session, { name: "x", scopes: ["people.read"], lifetimeDays: 30 });
  expect(await listAccessTokens(other.session)).toEqual([]);
  await expect(revokeAccessToken(other.session, { tokenId: id })).rejects.toMatchObject({ kind: "not_found" });
  const { rows } = await t.owner.query("select a::text as row from identity.access_tokens a union all select i::text from platform.idempotency i");
  expect(rows.map(({ row }) => row).join()).not.toContain(token.slice(6));
});
