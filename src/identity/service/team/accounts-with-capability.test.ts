import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "../../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../../platform/testing/database.ts";
import { createAccount } from "../accounts/create-account.ts";
import { createOrganization } from "../installation/create-organization.ts";
import { accountsWithCapability } from "./accounts-with-capability.ts";
import { addMember } from "./add-member.ts";

const t = testDatabase();

test("only members whose role holds the capability now are found", async () => {
  const masterKey = randomBytes(32);
  const orgId = await createOrganization(t.db, masterKey, { name: "青云协同", slug: "holders" });
  const byRole: Record<string, string> = {};
  for (const role of ["supervisor", "worker", "volunteer"]) {
    byRole[role] = await createAccount(t.db, { login: `holder-${role}`, name: role });
    await addMember(t.db, masterKey, { orgId, accountId: byRole[role], role });
  }
  const session = sessionOf(anActor({ orgId: orgId as never }), t);
  expect(await session.read((tx) => accountsWithCapability(tx, orgId, "concerns.read"))).toEqual([byRole.supervisor]);
  expect((await session.read((tx) => accountsWithCapability(tx, orgId, "visits.read"))).sort()).toEqual([byRole.supervisor, byRole.worker].sort());
});
