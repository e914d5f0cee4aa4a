import { expect, test } from "vitest";
import { openJobSession } from "#identity/index.ts";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { givenMessage } from "#messaging/testing.ts";
import { givenSegment } from "#outreach/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { endOldDrafts } from "./end-drafts.ts";
import { openInstallation } from "./web.ts";

const t = testDatabase();

test("by the clock of the server, in every organisation, a failing one apart", async () => {
  const ground = testGround(t);
  const bugs: unknown[] = [];
  const at = (day: string) => openInstallation({ db: t.db, masterKey: ground.masterKey, mode: "normal", origin: () => "http://localhost", setupCode: () => null, now: () => new Date(`${day}T12:00:00+08:00`), reportBug: (error) => { bugs.push(error); } });
  const orgs: string[] = [];
  for (let house = 0; house < 2; house += 1) {
    const orgId = await givenOrganization(ground);
    orgs.push(orgId);
    const { accountId } = await givenMember(ground, orgId, "worker", { name: "林晓禾" });
    await t.owner.query("update identity.memberships set from_at = '2026-01-01' where org_id = $1", [orgId]);
    const worker = (await openJobSession(at("2026-11-01"), orgId, accountId))!;
    await givenMessage(worker, `segment/${await givenSegment(worker, "在家的", { longAtHome: true })}`);
  }
  const left = async () => Number((await t.owner.query("select count(*) from messaging.messages")).rows[0].count);
  await endOldDrafts(at("2026-11-30"));
  expect(await left()).toBe(2);
  await t.owner.query(`create function messaging.stop_first() returns trigger language plpgsql as $$ begin
    if old.org_id = '${orgs[0]!}' then raise exception 'power cut'; end if; return old; end $$`);
  await t.owner.query("create trigger stop_first before delete on messaging.messages for each row execute function messaging.stop_first()");
  await endOldDrafts(at("2026-12-02"));
  expect([await left(), bugs.map(String)]).toEqual([1, [expect.stringContaining("power cut")]]);
  await t.owner.query("drop trigger stop_first on messaging.messages");
  await endOldDrafts(at("2026-12-02"));
  expect(await left()).toBe(0);
});
