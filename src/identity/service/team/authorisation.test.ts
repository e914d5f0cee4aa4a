import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import type { Session } from "../../../platform/db/session.ts";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "../../testing.ts";
import type { DB } from "../../store/tables.generated.ts";
import { addRole } from "./add-role.ts";
import { changeRoleCapabilities } from "./change-role-capabilities.ts";
import { changeRole } from "./change-role.ts";
import { endMembership } from "./end-membership.ts";
import { inviteMember } from "./invite-member.ts";
import { listColleagues } from "./list-colleagues.ts";
import { listRoles } from "./list-roles.ts";
import { listTeam } from "./list-team.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { showMember } from "./show-member.ts";

const t = testDatabase();
const sessions: Record<string, Session> = {};
let target: { membershipId: string; invitationId: string };

beforeAll(async () => {
  const ground = testGround(t);
  const [here, there] = [await givenOrganization(ground, "这家"), await givenOrganization(ground, "那家")];
  for (const role of ["admin", "supervisor", "worker", "coordinator", "volunteer", "clerk"]) {
    sessions[role] = (await givenSignedIn(ground, await givenMember(ground, here, role), here)).session;
  }
  sessions.stranger = (await givenSignedIn(ground, await givenMember(ground, there, "admin"), there)).session;
  const invitation = await inviteMember(sessions.admin!, { name: "新人", role: "clerk" });
  target = { membershipId: (await givenMember(ground, here, "clerk", { name: "目标" })).membershipId, invitationId: invitation.id };
});

const deeds: Record<string, (session: Session) => Promise<unknown>> = {
  listTeam: (session) => listTeam(session),
  listRoles: (session) => listRoles(session),
  showMember: (session) => showMember(session, target.membershipId),
  changeRole: (session) => changeRole(session, { membershipId: target.membershipId, role: "worker" }),
  endMembership: (session) => endMembership(session, { membershipId: target.membershipId }),
  inviteMember: (session) => inviteMember(session, { name: "x", role: "clerk" }),
  revokeInvitation: (session) => revokeInvitation(session, { invitationId: target.invitationId }),
  addRole: (session) => addRole(session, { nameZh: "x", nameEn: "x", capabilities: ["today.read"] }),
  changeRoleCapabilities: (session) => changeRoleCapabilities(session, { key: "clerk", nameZh: "x", nameEn: "x", capabilities: ["people.read"], version: 1 }),
};

for (const [name, deed] of Object.entries(deeds)) {
  test.each(["supervisor", "worker", "coordinator", "volunteer", "clerk"])(`${name}: a %s of the organisation may not`, async (role) => {
    await expect(deed(sessions[role]!)).rejects.toMatchObject({ kind: "forbidden", reason: "access.not_allowed" });
  });
}

test("an administrator of another organisation does not learn that this one's people and invitations exist", async () => {
  for (const name of ["showMember", "changeRole", "endMembership"]) await expect(deeds[name]!(sessions.stranger!)).rejects.toMatchObject({ kind: "not_found" });
  await expect(deeds.revokeInvitation!(sessions.stranger!)).rejects.toMatchObject({ reason: "identity.invitation_spent" });
  const team = await listTeam(sessions.stranger!);
  expect(team.members.rows).toHaveLength(1);
  expect(team.invitations).toEqual([]);
  expect(await listColleagues(sessions.stranger!)).toHaveLength(1);
});

test("behind the wall: even a query without the organisation shows only one's own and one's own organisation's", async () => {
  const rows = await sessions.stranger!.read(async (tx) => {
    const tables = tx.withTables<DB>();
    return {
      memberships: await tables.selectFrom("identity.memberships").select("orgId").execute(),
      roles: await tables.selectFrom("identity.roles").select("orgId").distinct().execute(),
      invitations: await tables.selectFrom("identity.invitations").select("orgId").execute(),
    };
  });
  const own = sessions.stranger!.actor.orgId;
  expect(rows.memberships).toEqual([{ orgId: own }]);
  expect(rows.roles).toEqual([{ orgId: own }]);
  expect(rows.invitations).toEqual([]);
});

test("the administrator may", async () => {
  for (const name of ["listTeam", "listRoles", "showMember", "inviteMember", "addRole", "revokeInvitation", "changeRoleCapabilities", "endMembership"]) {
    await expect(deeds[name]!(sessions.admin!)).resolves.not.toThrow();
  }
});
