import { expect, test } from "vitest";
import { addMember, createAccount } from "#identity/index.ts";
import { testGround } from "#identity/testing.ts";
import { recordConsents } from "#people/index.ts";
import { listNotices } from "#platform/notify/notices.ts";
import { givenProgramme, givenServing } from "#volunteering/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { CARRY } from "../../model/policy.ts";
import { cancelRegistration } from "../registration/cancel-registration.ts";
import { signUp } from "../registration/sign-up.ts";
import { cancelSession } from "../planning/cancel-session.ts";
import { givenHouse, givenSeries, type House } from "../../testing.ts";
import { carryLetter } from "./carry-letter.ts";
import type { ActivityLetter } from "./post-letters.ts";

const t = testDatabase();
const POSTMAN = anActor({ capabilities: [CARRY] });
const postman = ({ orgId }: House, key: string) => sessionOf({ ...POSTMAN, orgId }, t, { key });
const letters = async ({ orgId }: House) => (await t.owner.query<{ id: string; payload: ActivityLetter; runAt: string }>(
  `select o.id, o.payload, to_char(q.run_at at time zone 'utc', 'YYYY-MM-DD HH24:MI') as "runAt" from platform.outbox o join graphile_worker.jobs q on q.key = o.id::text where o.org_id = $1 and o.topic = 'activity' order by o.at, o.payload->>'matter'`, [orgId])).rows;

test("a place given is told at once and again the day before, with time and place and nothing else", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds: [sessionId] } = await givenSeries(house);
  await signUp(house.worker, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant" });
  const [booked, reminder] = await letters(house);
  expect([booked!.payload.matter, reminder!.payload.matter, reminder!.runAt]).toEqual(["booked", "reminder", "2026-12-01 06:30"]);
  const texts = await carryLetter(postman(house, booked!.id), booked!.payload);
  expect(texts).toEqual([{ to: "13800000000", text: "【邻里】您报名的活动有位了：12月2日 周三 14:30，金沙社区 二楼活动室。来不了请告诉社工站。" }]);
  expect(JSON.stringify([booked!.payload, texts])).not.toMatch(/居民1|合唱/);
});

test("a reminder of a place given back, or of a session called off, is let go", async () => {
  const house = await givenHouse(t, 2);
  const { sessionIds: [sessionId] } = await givenSeries(house);
  const { registrationId } = await signUp(house.worker, { sessionId: sessionId!, personId: house.residents[0]!, role: "participant" });
  await signUp(house.worker, { sessionId: sessionId!, personId: house.residents[1]!, role: "participant" });
  await cancelRegistration(house.worker, { registrationId });
  const reminders = (await letters(house)).filter(({ payload }) => payload.matter === "reminder");
  const carried = await Promise.all(reminders.map(({ id, payload }) => carryLetter(postman(house, id), payload)));
  expect(carried.map(({ length }) => length)).toEqual([0, 1]);
  await cancelSession(house.worker, { sessionId: sessionId!, reason: "下雪" });
  expect(await carryLetter(postman(house, "again-1234"), reminders[1]!.payload)).toEqual([]);
  const cancelled = (await letters(house)).at(-1)!;
  expect((await carryLetter(postman(house, cancelled.id), cancelled.payload))[0]!.text).toContain("取消了：下雪");
});

test("who has an account finds it on their page, once however often the letter comes; who does not want to be contacted gets no text", async () => {
  const house = await givenHouse(t, 2);
  const [withAccount, silent] = house.residents as [string, string];
  const ground = testGround(t);
  const accountId = await createAccount(ground.db, { login: "somebody-1", name: "居民1" });
  await addMember(ground.db, ground.masterKey, { orgId: house.orgId, accountId, role: "volunteer", personId: withAccount, from: new Date("2026-01-01") });
  await house.worker.write("consent", null, (tx) => recordConsents(house.worker, tx, [{ personId: silent, purpose: "contact", state: "refused", capacity: "self", fromOn: house.worker.today, channel: "in_person" }]));
  const { sessionIds: [sessionId] } = await givenSeries(house);
  for (const personId of house.residents) await signUp(house.worker, { sessionId: sessionId!, personId, role: "participant" });
  const booked = (await letters(house)).filter((one) => one.payload.matter === "booked");
  for (const { id, payload } of [...booked, ...booked]) expect(await carryLetter(postman(house, id), payload)).toEqual([]);
  const told = await house.worker.read((tx) => listNotices(tx, { ...house.worker.actor, accountId: accountId as never }));
  expect(told.map(({ kind, link }) => [kind, link])).toEqual([["activity.booked", "/my-activities"]]);
});

test("queued before, let go at the door: who takes back that their data be kept, and a volunteer who left before it was carried", async () => {
  const house = await givenHouse(t, 2);
  const [staying, withdrawing] = house.residents as [string, string];
  const leaving = await givenServing(house.worker, await givenProgramme(house.worker), "何雨欣");
  const ground = testGround(t);
  const accountId = await createAccount(ground.db, { login: "somebody-2", name: "居民2" });
  await addMember(ground.db, ground.masterKey, { orgId: house.orgId, accountId, role: "volunteer", personId: leaving, from: new Date("2026-01-01") });
  const { sessionIds: [sessionId] } = await givenSeries(house);
  await signUp(house.worker, { sessionId: sessionId!, personId: staying, role: "participant" });
  await signUp(house.worker, { sessionId: sessionId!, personId: leaving, role: "volunteer" });
  await signUp(house.worker, { sessionId: sessionId!, personId: withdrawing, role: "participant" });
  const queued = await letters(house);
  await house.worker.write("consent", null, (tx) => recordConsents(house.worker, tx, [{ personId: withdrawing, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: house.worker.today, channel: "in_person" }]));
  await t.owner.query("update identity.memberships set until_at = date_trunc('milliseconds', now()) where account_id = $1", [accountId]);
  const texts = (await Promise.all(queued.map(({ id, payload }) => carryLetter(postman(house, id), payload)))).flat();
  expect([...new Set(texts.map(({ to }) => to))]).toEqual(["13800000000"]);
  expect(await house.worker.read((tx) => listNotices(tx, { ...house.worker.actor, accountId: accountId as never }))).toEqual([]);
});
