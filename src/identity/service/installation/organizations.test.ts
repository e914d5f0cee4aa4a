import { expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { ROLE_PACK } from "../../model/role-pack.ts";
import { givenMember, givenSignedIn, testGround } from "../../testing.ts";
import { listRoles } from "../team/list-roles.ts";
import { changeOrganization } from "./change-organization.ts";
import { createOrganization } from "./create-organization.ts";
import { findPublicOrganization } from "./find-public-organization.ts";
import { listPublicOrganizations } from "./list-public-organizations.ts";
import { readOwnOrganization } from "./read-own-organization.ts";

const t = testDatabase();

test("an organisation is founded with the roles of the pack, stands under its name in addresses, and is listed by pinyin", async () => {
  const ground = testGround(t);
  const orgId = await createOrganization(t.db, ground.masterKey, { name: "张家社工站", slug: "zhang", phone: "0871-65500000" });
  await createOrganization(t.db, ground.masterKey, { name: "安家社工站", slug: "an" });
  expect(await findPublicOrganization(t.db, "zhang")).toMatchObject({ id: orgId, shortName: "张家社工站", phone: "0871-65500000", timeZone: "Asia/Shanghai" });
  expect(await findPublicOrganization(t.db, "nowhere")).toBeUndefined();
  expect((await listPublicOrganizations(t.db)).map(({ name }) => name)).toEqual(["安家社工站", "张家社工站"]);
  const { session } = await givenSignedIn(ground, await givenMember(ground, orgId, "admin"), orgId);
  expect((await listRoles(session)).map(({ key }) => key)).toEqual(ROLE_PACK.map(({ key }) => key));
});

test("a name in the address is taken once and has only plain letters", async () => {
  const { masterKey } = testGround(t);
  await createOrganization(t.db, masterKey, { name: "甲", slug: "taken" });
  await expect(createOrganization(t.db, masterKey, { name: "乙", slug: "taken" })).rejects.toMatchObject({ reason: "identity.slug_taken" });
  for (const slug of ["Has Space", "-x", "青云", ""]) {
    await expect(createOrganization(t.db, masterKey, { name: "丙", slug })).rejects.toMatchObject({ reason: "identity.slug_form" });
  }
});

test("its administrator keeps its details; an old page is told what changed, and others may not", async () => {
  const ground = testGround(t);
  const orgId = await createOrganization(t.db, ground.masterKey, { name: "旧名", slug: "details" });
  const { session: admin } = await givenSignedIn(ground, await givenMember(ground, orgId, "admin"), orgId);
  const { session: worker } = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId);
  const change = { name: "新名", shortName: "新", description: "陪伴", address: "东里 8 号", phone: "0871-1", version: 1 };
  await changeOrganization(admin, change);
  expect(await findPublicOrganization(t.db, "details")).toMatchObject({ name: "新名", shortName: "新", phone: "0871-1", version: 2 });
  await expect(changeOrganization(admin, { ...change, phone: "0871-2" })).rejects.toMatchObject({ kind: "stale", difference: { phone: { stored: "0871-1", sent: "0871-2" } } });
  await expect(changeOrganization(admin, { ...change, version: undefined })).rejects.toMatchObject({ kind: "precondition_required" });
  await expect(changeOrganization(worker, { ...change, version: 2 })).rejects.toMatchObject({ reason: "access.not_allowed" });
  expect(await readOwnOrganization(admin)).toMatchObject({ id: orgId, name: "新名" });
  await expect(readOwnOrganization(worker)).rejects.toMatchObject({ reason: "access.not_allowed" });
});
