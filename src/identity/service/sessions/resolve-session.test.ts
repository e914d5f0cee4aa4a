import { expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../../testing.ts";
import { addMember } from "../team/add-member.ts";
import { openJobSession } from "./open-job-session.ts";
import { resolveSession } from "./resolve-session.ts";

const t = testDatabase();

test("a signed-in worker acts with the role's capabilities in the organisation chosen", async () => {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const member = await givenMember(ground, orgId, "worker");
  const { resolved, session } = await givenSignedIn(ground, member, orgId);
  expect(session.actor).toMatchObject({ accountId: member.accountId, orgId, name: "何静", role: "worker", strong: true });
  expect(session.actor.capabilities.has("people.read")).toBe(true);
  expect(resolved?.signedIn).toMatchObject({ roleName: "社工", organization: { id: orgId, name: "青云社会工作服务中心" } });
});

test("an unknown token is nobody", async () => {
  expect(await resolveSession(testGround(t), "not-a-token")).toBeNull();
});

test("without a second factor a worker is told to set one up, a volunteer is let in", async () => {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const worker = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId, { strong: false });
  expect(worker.resolved).toEqual({ session: null, signedIn: null, pending: "second_factor_setup" });
  const volunteer = await givenSignedIn(ground, await givenMember(ground, orgId, "volunteer"), orgId, { strong: false });
  expect(volunteer.session.actor).toMatchObject({ role: "volunteer", strong: false });
});

test.each([
  ["the membership ended", "update identity.memberships set until_at = date_trunc('milliseconds', now()) where account_id = $1"],
  ["the account was disabled", "update identity.accounts set disabled_at = date_trunc('milliseconds', now()) where id = $1"],
  ["the session was revoked", "update identity.sessions set revoked_at = date_trunc('milliseconds', now()) where account_id = $1"],
])("the next request is refused once %s", async (_, change) => {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const member = await givenMember(ground, orgId, "worker");
  const { token } = await givenSignedIn(ground, member, orgId);
  await t.owner.query(change, [member.accountId]);
  ground.clock.at = new Date(Date.now() + 1000);
  expect(await resolveSession(ground, token)).toBeNull();
});

test("a capability taken from the role is gone at the next request", async () => {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const { token } = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId);
  await t.owner.query("update identity.roles set capabilities = array_remove(capabilities, 'people.reveal') where org_id = $1 and key = 'worker'", [orgId]);
  const again = await resolveSession(ground, token);
  expect(again?.session?.actor.capabilities.has("people.reveal")).toBe(false);
});

test("a session ends after twelve idle hours at the desk, and slides while it is used", async () => {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const { token } = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId);
  const start = ground.clock.at.getTime();
  for (const hours of [11, 22, 33]) {
    ground.clock.at = new Date(start + hours * 3_600_000);
    expect(await resolveSession(ground, token)).not.toBeNull();
  }
  ground.clock.at = new Date(start + 46 * 3_600_000);
  expect(await resolveSession(ground, token)).toBeNull();
});

test("in a second organisation the same account has that organisation's role and sees both to switch between", async () => {
  const ground = testGround(t);
  const [here, there] = [await givenOrganization(ground, "甲机构"), await givenOrganization(ground, "乙机构")];
  const member = await givenMember(ground, here, "worker");
  await addMember(ground.db, ground.masterKey, { orgId: there, accountId: member.accountId, role: "clerk", from: new Date(Date.now() - 1000) });
  const { resolved } = await givenSignedIn(ground, member, there);
  expect(resolved?.session?.actor.role).toBe("clerk");
  expect(resolved?.signedIn?.organizations.map(({ name }) => name).sort()).toEqual(["乙机构", "甲机构"]);
});

test("long work goes on with the rights its owner has now, and not at all without any", async () => {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const member = await givenMember(ground, orgId, "supervisor");
  expect((await openJobSession(ground, orgId, member.accountId))?.actor.role).toBe("supervisor");
  expect(await openJobSession(ground, await givenOrganization(ground), member.accountId)).toBeNull();
  await t.owner.query("update identity.memberships set until_at = date_trunc('milliseconds', now()) where account_id = $1", [member.accountId]);
  ground.clock.at = new Date(Date.now() + 1000);
  expect(await openJobSession(ground, orgId, member.accountId)).toBeNull();
});
