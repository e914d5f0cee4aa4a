import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { addMember, createAccount, createOrganization } from "../../identity/index.ts";
import { AccountId, OrgId, type PersonId } from "../../kernel/ids.ts";
import { givenPair } from "../../matching/testing.ts";
import { listNotices } from "../../platform/notify/notices.ts";
import { anActor } from "../../platform/testing/actors.ts";
import { sessionOf, testDatabase } from "../../platform/testing/database.ts";
import { listOpenConcerns } from "./list-open-concerns.ts";
import { logVisit } from "./log-visit.ts";
import { raiseConcern } from "./raise-concern.ts";
import { showConcern } from "./show-concern.ts";
import { stepConcern } from "./step-concern.ts";

const t = testDatabase();
let count = 0;

async function givenSupervised() {
  const masterKey = randomBytes(32);
  const orgId = OrgId.parse(await createOrganization(t.db, masterKey, { name: "青云协同", slug: `concerns-${++count}` }));
  const accountId = AccountId.parse(await createAccount(t.db, { login: `supervisor-${count}`, name: "苏明远" }));
  await addMember(t.db, masterKey, { orgId, accountId, role: "supervisor" });
  const supervisor = { ...anActor({ capabilities: ["concerns.read", "visits.read", "people.write", "volunteers.manage"], orgId, role: "supervisor" }), accountId };
  const session = sessionOf(supervisor, t);
  const pair = await givenPair(session, { activeOn: "2026-11-01" });
  const friend = sessionOf(anActor({ capabilities: ["visits.own"], orgId, personId: pair.helperId as PersonId, strong: false }), t);
  return { supervisor, session, friend, ...pair };
}

test("a concern seen in a visit reaches the supervisor at once, and its notice goes when it is opened", async () => {
  const { supervisor, session, friend, pairId } = await givenSupervised();
  const { concernId } = await logVisit(friend, {
    pairId, happenedOn: "2026-11-21", minutes: 60, mode: "home", mood: "poor", words: "", concern: { severity: "worry", words: "两天没吃药了" },
  });
  expect(await session.read((tx) => listNotices(tx, supervisor))).toMatchObject([{ kind: "concern.worry", link: `/concerns/${concernId}` }]);
  expect((await listOpenConcerns(session)).rows).toMatchObject([{ id: concernId, aboutName: "周思佳", unseen: true, severity: "worry" }]);
  expect(await showConcern(session, concernId!)).toMatchObject({ status: "open", words: "两天没吃药了" });
  expect(await session.read((tx) => listNotices(tx, supervisor))).toEqual([]);
});

test("a notice says no name and no word of it", async () => {
  const { supervisor, session, friend, pairId } = await givenSupervised();
  await raiseConcern(friend, { pairId, severity: "danger", words: "他说不想活了" });
  const [notice] = await session.read((tx) => listNotices(tx, supervisor));
  expect(JSON.stringify(notice)).not.toMatch(/周思佳|不想活/);
});

test("a concern is closed only with a word on what was done", async () => {
  const { session, friend, pairId } = await givenSupervised();
  const { id } = await raiseConcern(friend, { pairId, severity: "talk", words: "想换一个时间" });
  await expect(stepConcern(session, { concernId: id, kind: "closed" })).rejects.toMatchObject({ reason: "concern.note_missing" });
  await stepConcern(session, { concernId: id, kind: "closed", note: "改到周日上午" });
  expect((await listOpenConcerns(session)).rows).toEqual([]);
  expect((await listOpenConcerns(session, { all: true })).rows).toHaveLength(1);
});

test("a friend reads no concern, not even their own, and another organisation sees nothing", async () => {
  const { friend, pairId } = await givenSupervised();
  const { id } = await raiseConcern(friend, { pairId, severity: "talk", words: "x" });
  await expect(showConcern(friend, id)).rejects.toMatchObject({ status: 403 });
  await expect(showConcern(sessionOf(anActor({ capabilities: ["concerns.read"] }), t), id)).rejects.toMatchObject({ reason: "concern.not_found" });
});
