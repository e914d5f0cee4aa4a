import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../../testing.ts";
import { resolveSession } from "../sessions/resolve-session.ts";
import { createAccessToken } from "../tokens/create-access-token.ts";
import { resolveToken } from "../tokens/resolve-token.ts";
import { addRole } from "./add-role.ts";
import { changeRoleCapabilities } from "./change-role-capabilities.ts";
import { changeRole } from "./change-role.ts";
import { endMembership } from "./end-membership.ts";
import { listColleagues } from "./list-colleagues.ts";
import { listRoles } from "./list-roles.ts";
import { listTeam } from "./list-team.ts";
import { showMember } from "./show-member.ts";

const t = testDatabase();
/** An organisation with an administrator signed in. */
async function office() {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const boss = await givenMember(ground, orgId, "admin", { name: "周敏" });
  const later = () => { ground.clock.at = new Date(ground.clock.at.getTime() + 1000); };
  const admin = async () => { later(); return (await givenSignedIn(ground, boss, orgId)).session; };
  return { ground, orgId, boss, admin, later };
}
let given: Awaited<ReturnType<typeof office>>;
beforeEach(async () => { given = await office(); });

test("a role changes at the next request, and both memberships stay known", async () => {
  const { ground, orgId, admin } = given;
  const member = await givenMember(ground, orgId, "volunteer", { name: "董浩静" });
  const { token } = await givenSignedIn(ground, member, orgId);
  const { membershipId } = await changeRole(await admin(), { membershipId: member.membershipId, role: "coordinator" });
  expect((await resolveSession(ground, token))?.session?.actor.role).toBe("coordinator");
  const { history } = await showMember(await admin(), membershipId);
  expect(history.map(({ role, untilAt }) => [role, untilAt !== null])).toEqual([["coordinator", false], ["volunteer", true]]);
  await expect(changeRole(await admin(), { membershipId: member.membershipId, role: "clerk" })).rejects.toMatchObject({ reason: "identity.membership_ended" });
  await expect(changeRole(await admin(), { membershipId, role: "king" })).rejects.toMatchObject({ reason: "identity.no_such_role" });
});

test("who leaves can do nothing from the next request on, by page or by token, and may come back later", async () => {
  const { ground, orgId, admin } = given;
  const member = await givenMember(ground, orgId, "worker");
  const { token, session } = await givenSignedIn(ground, member, orgId);
  const program = await createAccessToken(session, { name: "同步", scopes: ["people.read"], lifetimeDays: 30 });
  expect(await resolveToken(ground, program.token)).not.toBeNull();
  await endMembership(await admin(), { membershipId: member.membershipId });
  expect(await resolveSession(ground, token)).toBeNull();
  expect(await resolveToken(ground, program.token)).toBeNull();
  await expect(endMembership(await admin(), { membershipId: member.membershipId })).rejects.toMatchObject({ reason: "identity.membership_ended" });
});

test("nobody changes or ends their own membership", async () => {
  const { boss, admin } = given;
  await expect(changeRole(await admin(), { membershipId: boss.membershipId, role: "supervisor" })).rejects.toMatchObject({ reason: "identity.not_yourself" });
  await expect(endMembership(await admin(), { membershipId: boss.membershipId })).rejects.toMatchObject({ reason: "identity.not_yourself" });
});

test("two administrators who end each other at once: one stays", async () => {
  const { ground, orgId, boss, admin } = given;
  const second = await givenMember(ground, orgId, "admin", { name: "另一位" });
  const [a, b] = [await admin(), (await givenSignedIn(ground, second, orgId)).session];
  const both = await Promise.allSettled([endMembership(a, { membershipId: second.membershipId }), endMembership(b, { membershipId: boss.membershipId })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((outcome) => outcome.status === "rejected")?.reason).toMatchObject({ reason: "identity.last_administrator" });
});

test("a form sent twice does its work once", async () => {
  const { ground, orgId, boss } = given;
  const member = await givenMember(ground, orgId, "volunteer");
  const { token } = await givenSignedIn(ground, boss, orgId);
  const send = async () => changeRole((await resolveSession(ground, token, "key-of-the-form"))!.session!, { membershipId: member.membershipId, role: "clerk" });
  const [first, second] = [await send(), await send()];
  expect(second).toEqual(first);
  expect((await showMember((await resolveSession(ground, token))!.session!, first.membershipId)).history).toHaveLength(2);
});

test("what a role allows changes for all who hold it; an old page is told what changed; one's own role stays", async () => {
  const { ground, orgId, admin } = given;
  const { token } = await givenSignedIn(ground, await givenMember(ground, orgId, "clerk"), orgId);
  const clerk = (await listRoles(await admin())).find(({ key }) => key === "clerk")!;
  const change = { key: "clerk", nameZh: "街道专干", nameEn: "Clerk", capabilities: ["today.read", "places.read"] as const, version: clerk.version };
  await changeRoleCapabilities(await admin(), change);
  expect([...(await resolveSession(ground, token))!.session!.actor.capabilities]).toEqual(["today.read", "places.read"]);
  await expect(changeRoleCapabilities(await admin(), { ...change, capabilities: ["today.read"] })).rejects.toMatchObject({ kind: "stale", difference: { capabilities: { stored: ["places.read", "today.read"] } } });
  await expect(changeRoleCapabilities(await admin(), { ...change, version: undefined })).rejects.toMatchObject({ kind: "precondition_required" });
  await expect(changeRoleCapabilities(await admin(), { ...change, key: "admin" })).rejects.toMatchObject({ reason: "identity.not_your_role" });
  await expect(changeRoleCapabilities(await admin(), { ...change, key: "king" })).rejects.toMatchObject({ reason: "identity.no_such_role" });
});

test("an organisation makes roles of its own", async () => {
  const { ground, orgId, admin } = given;
  const { key } = await addRole(await admin(), { nameZh: "档案员", nameEn: "Archivist", capabilities: ["people.read", "today.read"] });
  const { session } = await givenSignedIn(ground, await givenMember(ground, orgId, key), orgId);
  expect([...session.actor.capabilities]).toEqual(["today.read", "people.read"]);
});

test("the team is listed by the pinyin of names, found by part of a name, by role, and page by page", async () => {
  const { ground, orgId, admin } = given;
  for (const name of ["赵一", "安二", "李三"]) await givenMember(ground, orgId, "volunteer", { name });
  for (let index = 0; index < 60; index++) await givenMember(ground, orgId, "clerk", { name: `王${String(index).padStart(2, "0")}` });
  const first = await listTeam(await admin());
  expect(first.members.rows.slice(0, 3).map(({ name }) => name)).toEqual(["安二", "李三", "王00"]);
  const second = await listTeam(await admin(), { after: first.members.next });
  expect([...first.members.rows, ...second.members.rows].map(({ name }) => name)).toHaveLength(64);
  expect(second.members.rows.at(-1)?.name).toBe("周敏");
  expect(second.members.next).toBeNull();
  expect((await listTeam(await admin(), { text: "王0" })).members.rows).toHaveLength(10);
  expect((await listTeam(await admin(), { role: "volunteer", text: "李" })).members.rows.map(({ name }) => name)).toEqual(["李三"]);
});

test("colleagues whose role holds a capability are those work can be given to", async () => {
  const { ground, orgId, admin } = given;
  await givenMember(ground, orgId, "worker", { name: "林晓禾" });
  await givenMember(ground, orgId, "volunteer", { name: "董浩静" });
  expect((await listColleagues(await admin(), { capability: "outreach.work" })).map(({ name }) => name)).toEqual(["林晓禾"]);
  expect(await listColleagues(await admin())).toHaveLength(3);
});
