import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { addMember, createAccount, createOrganization } from "#identity/index.ts";
import { OrgId, PersonId } from "#kernel/ids.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { mergePersonsIn } from "../merging/merge-persons.ts";
import { accountsOfPeople, peopleWhoLeft } from "./accounts-of-people.ts";

const t = testDatabase();

test("an account opened for one record is the person's by any of them, and so is having left", async () => {
  const masterKey = randomBytes(32);
  const orgId = OrgId.parse(await createOrganization(t.db, masterKey, { name: "机构", slug: "accounts-of-people" }));
  const session = sessionOf(anActor({ orgId, capabilities: ["people.read", "people.write", "people.merge"] }), t);
  const [stands, earlier, other] = [await givenPerson(session, { name: "白桂兰" }), await givenPerson(session, { name: "白桂兰", contacts: [] }), await givenPerson(session, { name: "严小川", contacts: [] })];
  const accountId = await createAccount(t.db, { login: "bai", name: "白桂兰" });
  await addMember(t.db, masterKey, { orgId, accountId, role: "volunteer", personId: PersonId.parse(earlier), from: new Date("2026-01-01") });
  const asked = [stands, earlier, other];
  const accounts = () => session.read((tx) => accountsOfPeople(tx, orgId, asked));
  const left = () => session.read((tx) => peopleWhoLeft(tx, orgId, asked));
  expect(await accounts()).toEqual(new Map([[earlier, accountId]]));
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId: stands, mergedId: earlier, reason: "同一人" }));
  expect(await accounts()).toEqual(new Map([[stands, accountId], [earlier, accountId]]));
  expect(await left()).toEqual(new Set());
  await t.owner.query("update identity.memberships set until_at = date_trunc('milliseconds', now()) where account_id = $1", [accountId]);
  expect(await accounts()).toEqual(new Map());
  expect(await left()).toEqual(new Set([stands, earlier]));
});
