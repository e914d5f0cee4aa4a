import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import type { Session } from "../../../platform/db/session.ts";
import { givenMember, givenOrganization, givenSignedIn, GOOD_PASSWORD, testGround } from "../../testing.ts";
import { requireVisitor } from "../sessions/find-visitor.ts";
import { resolveSession } from "../sessions/resolve-session.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { findInvitation } from "./find-invitation.ts";
import { inviteMember } from "./invite-member.ts";
import { listTeam } from "./list-team.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const t = testDatabase();
let ground: ReturnType<typeof testGround>;
let orgId: string;
let admin: Session;
const at = { address: "192.0.2.9" };
const asNew = (login: string) => ({ as: "new", login, name: "林晓禾", password: GOOD_PASSWORD }) as const;
beforeEach(async () => {
  ground = testGround(t);
  orgId = await givenOrganization(ground);
  admin = (await givenSignedIn(ground, await givenMember(ground, orgId, "admin", { name: "周敏" }), orgId)).session;
});

test("whoever opens the link sees who invites, creates an account, and is in, once", async () => {
  const { token } = await inviteMember(admin, { name: "晓禾", role: "worker" });
  expect(await findInvitation(ground, token)).toEqual({ orgId, organization: "青云社会工作服务中心", name: "晓禾", invitedBy: "周敏", roleNameZh: "社工", roleNameEn: "Social worker" });
  const started = await acceptInvitation(ground, token, asNew("lin@example.org"), at);
  expect(await resolveSession(ground, started.token)).toMatchObject({ pending: "second_factor_setup" });
  expect(await findInvitation(ground, token)).toBeNull();
  await expect(acceptInvitation(ground, token, asNew("second@example.org"), at)).rejects.toMatchObject({ reason: "identity.invitation_spent" });
  expect((await listTeam(admin)).invitations).toEqual([]);
});

test("two people with one link at once: one account, one membership", async () => {
  const { token } = await inviteMember(admin, { name: "谁先到", role: "clerk" });
  const both = await Promise.allSettled([acceptInvitation(ground, token, asNew("first-come"), at), acceptInvitation(ground, token, asNew("second-come"), at)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const { rows } = await t.owner.query("select count(*)::int as accounts from identity.accounts where login in ('first-come', 'second-come')");
  expect(rows[0].accounts).toBe(1);
});

test("somebody of another organisation joins with their account, by password or already signed in", async () => {
  const elsewhere = await givenOrganization(ground, "别家");
  const known = await givenMember(ground, elsewhere, "clerk", { password: GOOD_PASSWORD });
  const first = await inviteMember(admin, { name: "甲", role: "clerk" });
  await expect(acceptInvitation(ground, first.token, { as: "known", login: known.login, password: "wrong" }, at)).rejects.toMatchObject({ reason: "identity.wrong_password" });
  const joined = await acceptInvitation(ground, first.token, { as: "known", login: known.login, password: GOOD_PASSWORD }, at);
  expect((await resolveSession(ground, joined.token))?.signedIn?.organizations).toHaveLength(2);

  const other = await givenMember(ground, elsewhere, "clerk");
  const visitor = await requireVisitor(ground, (await givenSignedIn(ground, other, elsewhere)).token);
  const second = await inviteMember(admin, { name: "乙", role: "worker" });
  const strong = await acceptInvitation(ground, second.token, { as: "signed_in", visitor }, at);
  expect((await resolveSession(ground, strong.token))?.session?.actor).toMatchObject({ orgId, role: "worker", strong: true });
  const third = await inviteMember(admin, { name: "又一次", role: "clerk" });
  await expect(acceptInvitation(ground, third.token, { as: "signed_in", visitor }, at)).rejects.toMatchObject({ reason: "identity.already_member" });
});

test("a link taken back, two weeks old, altered or invented opens nothing", async () => {
  const gone = await inviteMember(admin, { name: "甲", role: "clerk" });
  await revokeInvitation(admin, { invitationId: gone.id });
  await expect(revokeInvitation(admin, { invitationId: gone.id })).rejects.toMatchObject({ reason: "identity.invitation_spent" });
  const old = await inviteMember(admin, { name: "乙", role: "clerk" });
  const altered = `${old.token.slice(0, -1)}${old.token.endsWith("A") ? "B" : "A"}`;
  for (const token of [gone.token, altered, "nothing", ""]) expect(await findInvitation(ground, token)).toBeNull();
  ground.clock.at = new Date(ground.clock.at.getTime() + 14 * 86_400_000 + 1000);
  await expect(acceptInvitation(ground, old.token, asNew("late@example.org"), at)).rejects.toMatchObject({ reason: "identity.invitation_spent" });
});

test("an invitation refused for its password or login is not used up", async () => {
  const { token } = await inviteMember(admin, { name: "丙", role: "clerk" });
  await expect(acceptInvitation(ground, token, { ...asNew("third@example.org"), password: "short" }, at)).rejects.toMatchObject({ reason: "identity.password_short" });
  await givenMember(ground, orgId, "clerk", { login: "taken@example.org" });
  await expect(acceptInvitation(ground, token, asNew("Taken@example.org"), at)).rejects.toMatchObject({ reason: "identity.login_taken" });
  await expect(acceptInvitation(ground, token, asNew("third@example.org"), at)).resolves.toBeDefined();
});

test("a volunteer's person record comes with the invitation; who keeps volunteers may invite volunteers and nobody else", async () => {
  const personId = "0191d2a0-0000-7000-8000-00000000abcd";
  const coordinator = (await givenSignedIn(ground, await givenMember(ground, orgId, "coordinator"), orgId)).session;
  const { token } = await inviteMember(coordinator, { name: "董浩静", role: "volunteer", personId });
  const started = await acceptInvitation(ground, token, asNew("dong@example.org"), at);
  expect((await resolveSession(ground, started.token))?.session?.actor).toMatchObject({ role: "volunteer", personId });
  await expect(inviteMember(coordinator, { name: "谁", role: "admin" })).rejects.toMatchObject({ reason: "access.not_allowed" });
});

test("an invitation sent twice is made once, and its link is not shown again", async () => {
  const boss = await givenSignedIn(ground, await givenMember(ground, orgId, "admin"), orgId);
  const send = async () => inviteMember((await resolveSession(ground, boss.token, "key-of-the-form"))!.session!, { name: "丁", role: "clerk" });
  await send();
  await expect(send()).rejects.toMatchObject({ reason: "identity.shown_once" });
  expect((await listTeam(admin)).invitations).toHaveLength(1);
  const { rows } = await t.owner.query("select count(*)::int as leaks from platform.idempotency where answer::text ~ '[A-Za-z0-9_-]{60}'");
  expect(rows[0].leaks).toBe(0);
});
