import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { OrgId, PersonId } from "../../../kernel/ids.ts";
import { anActor } from "../../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../../platform/testing/database.ts";
import { createOrganization } from "../installation/create-organization.ts";
import { addMember } from "../team/add-member.ts";
import { accountsOfPersons, personsOfAccounts, personsWhoLeft } from "./accounts-of-persons.ts";
import { createAccount } from "./create-account.ts";

const t = testDatabase();

test("a person's own account is found, nobody else's, and none for who has none", async () => {
  const masterKey = randomBytes(32);
  const orgId = OrgId.parse(await createOrganization(t.db, masterKey, { name: "机构", slug: "accounts-of-persons" }));
  const session = sessionOf(anActor({ orgId }), t);
  const [me, other] = [PersonId.parse(randomUUID()), randomUUID()];
  const accountId = await createAccount(t.db, { login: "somebody", name: "甲" });
  await addMember(t.db, masterKey, { orgId, accountId, role: "volunteer", personId: me, from: new Date("2026-01-01") });
  expect(await session.read((tx) => accountsOfPersons(tx, orgId, [me, other]))).toEqual(new Map([[me, accountId]]));
  expect((await session.read((tx) => accountsOfPersons(tx, orgId, []))).size).toBe(0);
  expect(await session.read((tx) => personsOfAccounts(tx, orgId, [accountId, randomUUID()]))).toEqual(new Map([[accountId, me]]));
  expect(await session.read((tx) => personsWhoLeft(tx, orgId, [me, other]))).toEqual(new Set());
  await t.owner.query("update identity.memberships set until_at = date_trunc('milliseconds', now()) where account_id = $1", [accountId]);
  expect(await session.read((tx) => personsWhoLeft(tx, orgId, [me, other]))).toEqual(new Set([me]));
  expect(await session.read((tx) => personsOfAccounts(tx, orgId, [accountId]))).toEqual(new Map());
});
