import { expect, onTestFinished, test, vi } from "vitest";
import { addMember, createAccount } from "#identity/index.ts";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { chooseDigestMail } from "#insights/service/digest/change-digest.ts";
import { startWorker } from "#platform/jobs/worker.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { openJobSession } from "#identity/index.ts";
import { sendDigests } from "./send-digests.ts";
import { openInstallation } from "./web.ts";

const t = testDatabase();

/** An organisation with two supervisors and a worker, and a server whose clock is set; the hours are those of Shanghai. */
async function aStation() {
  const ground = testGround(t);
  const orgId = await givenOrganization(ground);
  const accountId = await createAccount(ground.db, { login: `su-${orgId.slice(0, 8)}@example.org`, name: "苏明远" });
  await addMember(ground.db, ground.masterKey, { orgId, accountId, role: "supervisor", from: new Date("2026-01-01") });
  const second = await givenMember(ground, orgId, "supervisor", { name: "方宁" });
  await givenMember(ground, orgId, "worker", { name: "林晓禾" });
  await t.owner.query("update identity.memberships set from_at = '2026-01-01' where org_id = $1", [orgId]);
  const at = (clock: string) => openInstallation({ db: t.db, masterKey: ground.masterKey, mode: "normal", origin: () => "http://localhost", setupCode: () => null, now: () => new Date(`${clock}+08:00`), reportBug: (error) => { throw error; } });
  const told = async () => (await t.owner.query<{ accountId: string; week: string }>(
    `select d.account_id as "accountId", d.week_on::text as week from insights.digests d join notify.notices n on n.org_id = d.org_id and n.account_id = d.account_id and n.link = '/digest/' || d.week_on where d.org_id = $1 order by 2, 1`, [orgId])).rows;
  const mails = async () => Number((await t.owner.query("select count(*) from platform.outbox where org_id = $1", [orgId])).rows[0].count);
  return { orgId, accountId, second: second.accountId, at, told, mails };
}

test("by the clock: nothing before the hour, one for each supervisor at it, none again that week, the next one the week after", async () => {
  const { accountId, second, at, told, mails } = await aStation();
  for (const clock of ["2026-11-23T00:00:00", "2026-11-23T07:59:00"]) await sendDigests(at(clock));
  expect(await told()).toEqual([]);
  for (const clock of ["2026-11-23T08:00:00", "2026-11-23T08:10:00", "2026-11-25T12:00:00", "2026-11-29T23:50:00", "2026-11-30T07:50:00"]) await sendDigests(at(clock));
  const first = [accountId, second].toSorted().map((account) => ({ accountId: account, week: "2026-11-23" }));
  expect(await told()).toEqual(first);
  expect(await mails()).toBe(2);
  await sendDigests(at("2026-12-02T09:00:00")); // the server was down on Monday
  expect(await told()).toEqual([...first, ...first.map(({ accountId: account }) => ({ accountId: account, week: "2026-11-30" }))]);
});

test("several servers at once, one of them stopped in the middle: one for each supervisor", async () => {
  const { orgId, at, told, mails } = await aStation();
  await t.owner.query("create function insights.stop_once() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$");
  await t.owner.query("create trigger stop_once before insert on notify.notices for each row execute function insights.stop_once()");
  await expect(sendDigests(at("2026-11-23T09:00:00"))).rejects.toThrow("power cut");
  await t.owner.query("drop trigger stop_once on notify.notices");
  expect((await t.owner.query("select 1 from insights.digests where org_id = $1", [orgId])).rows).toEqual([]);
  await Promise.all([1, 2, 3, 4].map(() => sendDigests(at("2026-11-23T09:10:00"))));
  expect((await told()).length).toBe(2);
  expect(await mails()).toBe(2);
});

test("whoever wants no mail has the digest without one; whoever left has none", async () => {
  const { orgId, accountId, second, at, told, mails } = await aStation();
  const installation = at("2026-11-23T09:00:00");
  await chooseDigestMail((await openJobSession(installation, orgId, accountId))!, { mail: "not_wanted" });
  await t.owner.query("update identity.memberships set until_at = '2026-11-20' where account_id = $1", [second]);
  await sendDigests(installation);
  expect(await told()).toEqual([{ accountId, week: "2026-11-23" }]);
  expect(await mails()).toBe(0);
});

test("the worker looks after it by itself", async () => {
  const regular = vi.fn<() => Promise<void>>(async () => {});
  const session = () => { throw new Error("no job is run"); };
  const worker = await startWorker({ owner: t.owner, alone: true, kinds: new Map(), reportBug: () => {}, sessionFor: session, systemSession: session, regular });
  onTestFinished(() => worker.stop());
  await t.owner.query("select graphile_worker.add_job('regular', '{}'::json)");
  await vi.waitFor(() => expect(regular).toHaveBeenCalled(), { timeout: 30_000, interval: 100 });
  const { rows } = await t.owner.query("select identifier from graphile_worker._private_known_crontabs");
  expect(rows).toEqual([{ identifier: "regular" }]);
});
