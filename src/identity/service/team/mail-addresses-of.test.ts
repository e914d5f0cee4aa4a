import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "../../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../../platform/testing/database.ts";
import { createAccount } from "../accounts/create-account.ts";
import { createOrganization } from "../installation/create-organization.ts";
import { addMember } from "./add-member.ts";
import { mailAddressesOf } from "./mail-addresses-of.ts";

const t = testDatabase();

test("an address is found only for a member of now who signs in with one", async () => {
  const masterKey = randomBytes(32);
  const orgId = await createOrganization(t.db, masterKey, { name: "青云协同", slug: "mails" });
  const account = (login: string) => createAccount(t.db, { login, name: login });
  const [here, phone, left, elsewhere] = [await account("su@example.org"), await account("13800138002"), await account("left@example.org"), await account("other@example.org")];
  for (const accountId of [here, phone, left]) await addMember(t.db, masterKey, { orgId, accountId, role: "supervisor" });
  await t.owner.query("update identity.memberships set until_at = date_trunc('milliseconds', now()) where account_id = $1", [left]);
  const session = sessionOf(anActor({ orgId: orgId as never }), t);
  expect(await session.read((tx) => mailAddressesOf(tx, orgId, [here, phone, left, elsewhere]))).toEqual(["su@example.org"]);
  expect(await session.read((tx) => mailAddressesOf(tx, orgId, []))).toEqual([]);
});
