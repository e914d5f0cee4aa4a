import { expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { givenMember, givenOrganization, testGround } from "../../testing.ts";
import { createAccount } from "../accounts/create-account.ts";
import { addMember } from "../team/add-member.ts";
import { enterDemo } from "./enter-demo.ts";
import { listDemoPeople } from "./list-demo-people.ts";
import { resolveSession } from "./resolve-session.ts";

const t = testDatabase();

test("a demo lists its made-up people and lets each be entered; a real installation has none, and real accounts never open", async () => {
  const ground = testGround(t);
  const [demo, normal] = [{ ...ground, db: t.db, mode: "demo" as const }, { ...ground, db: t.db, mode: "normal" as const }];
  const orgId = await givenOrganization(ground);
  const accountId = await createAccount(t.db, { login: "demo-worker", name: "林晓禾", isDemo: true });
  await addMember(t.db, ground.masterKey, { orgId, accountId, role: "worker", from: new Date(Date.now() - 1000) });
  const real = await givenMember(ground, orgId, "worker");

  expect(await listDemoPeople(demo)).toMatchObject([{ accountId, name: "林晓禾", roleNameZh: "社工", roleNameEn: "Social worker" }]);
  expect(await listDemoPeople(normal)).toEqual([]);
  const { token } = await enterDemo(demo, accountId);
  expect((await resolveSession(ground, token))?.session?.actor).toMatchObject({ name: "林晓禾", strong: true });
  await expect(enterDemo(normal, accountId)).rejects.toMatchObject({ kind: "not_found" });
  await expect(enterDemo(demo, real.accountId)).rejects.toMatchObject({ kind: "not_found" });
});
