import { expect, test } from "vitest";
import { givenMember, givenOrganization, givenSignedIn, testGround } from "#identity/testing.ts";
import { givenPerson } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { givenProgramme } from "../../testing.ts";
import { removeVolunteer } from "../pathway/remove-volunteer.ts";
import { addVolunteer } from "./add-volunteer.ts";
import { inviteVolunteer } from "./invite-volunteer.ts";

const t = testDatabase();
const ground = testGround(t);

async function signedInAs(role: string, orgId: string): Promise<Session> {
  return (await givenSignedIn(ground, await givenMember(ground, orgId, role), orgId)).session;
}

test("a coordinator invites a volunteer to an account of their own person; nobody who has left", async () => {
  const orgId = await givenOrganization(ground);
  const coordinator = await signedInAs("coordinator", orgId);
  const personId = await givenPerson(await signedInAs("supervisor", orgId), { name: "苏晴" });
  const { id } = await addVolunteer(coordinator, { programmeId: await givenProgramme(coordinator), personId });
  const { token, expiresAt } = await inviteVolunteer(coordinator, id);
  expect(token.length).toBeGreaterThan(20);
  expect(expiresAt > coordinator.now.toISOString()).toBe(true);
  const { rows } = await t.owner.query("select role, name, person_id from identity.invitations where org_id = $1", [orgId]);
  expect(rows).toEqual([{ role: "volunteer", name: "苏晴", person_id: personId }]);
  await expect(inviteVolunteer(await signedInAs("worker", orgId), id)).rejects.toMatchObject({ kind: "forbidden" });
  await removeVolunteer(coordinator, { volunteerId: id, reason: "搬家" });
  await expect(inviteVolunteer(coordinator, id)).rejects.toMatchObject({ reason: "volunteering.has_left" });
});
