import { expect, test } from "vitest";
import { testDatabase } from "../../../platform/testing/database.ts";
import { GOOD_PASSWORD, testGround } from "../../testing.ts";
import { resolveSession } from "../sessions/resolve-session.ts";
import { selectInstallation } from "../../store/organizations.ts";
import { hasOrganization } from "./has-organization.ts";
import { setUpInstallation, type SetUp } from "./set-up-installation.ts";

const t = testDatabase();
const setUp = (more: Partial<SetUp> = {}): SetUp => ({
  code: "ABCD-EFGH", organization: { name: "青云社会工作服务中心", slug: "qingyun" }, admin: { login: "he.jing@example.org", name: "何静", password: GOOD_PASSWORD },
  address: "192.0.2.1", ...more,
});

test("a wrong code founds nothing, and only so many may be tried", async () => {
  const ground = { ...testGround(t), db: t.db, setupCode: "ABCD-EFGH" };
  expect(await hasOrganization(t.db)).toBe(false);
  for (let tries = 0; tries < 8; tries++) {
    await expect(setUpInstallation(ground, setUp({ code: "WRONG" }))).rejects.toMatchObject({ reason: "identity.wrong_code" });
  }
  await expect(setUpInstallation(ground, setUp())).rejects.toMatchObject({ kind: "too_many", params: { minutes: 15 } });
  expect(await selectInstallation(t.db)).toEqual({ mode: null, organizations: 0 });
});

test("a poor password founds nothing", async () => {
  const ground = { ...testGround(t), db: t.db, setupCode: "ABCD-EFGH" };
  const poor = setUp({ address: "192.0.2.2", admin: { login: "he.jing@example.org", name: "何静", password: "password123" } });
  await expect(setUpInstallation(ground, poor)).rejects.toMatchObject({ reason: "identity.password_common" });
  expect((await selectInstallation(t.db)).organizations).toBe(0);
});

test("twice at once founds one organisation, whose administrator must first set a second factor", async () => {
  const ground = { ...testGround(t), db: t.db, setupCode: "ABCD-EFGH" };
  const both = await Promise.allSettled([
    setUpInstallation(ground, setUp({ address: "192.0.2.3", code: "abcd efgh" })),
    setUpInstallation(ground, setUp({ address: "192.0.2.4", organization: { name: "另一家", slug: "other" }, admin: { login: "b@example.org", name: "乙", password: GOOD_PASSWORD } })),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await selectInstallation(t.db)).toEqual({ mode: "normal", organizations: 1 });
  expect(await hasOrganization(t.db)).toBe(true);
  const started = both.find((outcome) => outcome.status === "fulfilled")!.value;
  expect(await resolveSession(ground, started.token)).toMatchObject({ session: null, pending: "second_factor_setup" });
  const { rows } = await t.owner.query("select (select count(*)::int from identity.accounts) as accounts, (select count(*)::int from identity.memberships) as members");
  expect(rows[0]).toEqual({ accounts: 1, members: 1 });
  await expect(setUpInstallation(ground, setUp({ address: "192.0.2.5" }))).rejects.toMatchObject({ reason: "identity.already_set_up" });
});
