import { expect, test } from "vitest";
import { addMember, createAccount } from "#identity/index.ts";
import { testGround } from "#identity/testing.ts";
import { givenSegment, givenTeam } from "#outreach/testing.ts";
import { addRelationships, mergePersonsIn, recordConsents } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { draftEndsAt } from "../model/draft-end.ts";
import { RECEIVE, SEND, TIDY } from "../model/policy.ts";
import { deleteMessage } from "../store/messages.ts";
import { aGateway, carryAll, givenMessage } from "../testing.ts";
import { exportResults } from "./export-results.ts";
import { listMessages } from "./list-messages.ts";
import { listMyNews } from "./list-my-news.ts";
import { chooseOptOut } from "./opt-outs/choose-opt-out.ts";
import { chooseByPass, openPass } from "./opt-outs/open-pass.ts";
import { showPersonMessages } from "./opt-outs/show-person-messages.ts";
import { messagesPanel } from "./person-panel.ts";
import { endDrafts } from "./sending/end-drafts.ts";
import { releaseMessage } from "./sending/release-message.ts";
import { stopMessage } from "./sending/stop-message.ts";
import { showMessage } from "./show-message.ts";

const t = testDatabase();
const HOME = [{ kind: "long_at_home" as const, value: "yes" }];
const mobile = (value: string, more: object = {}) => [{ kind: "mobile" as const, value, ...more }];

/** Six residents at home: two behind one telephone, one under age with a guardian, one who declined, one without anything, one with an account. */
async function givenHouse() {
  const { orgId, supervisor } = await givenTeam(t);
  const worker = { ...supervisor, actor: { ...supervisor.actor, capabilities: new Set([...supervisor.actor.capabilities, SEND]) } };
  const [first, second, child, silent, nothing, online, mother] = await givenPersons(worker, [
    { name: "居民甲", birthOn: "1990-01-01", contacts: mobile("13800000001"), situations: HOME }, { name: "居民乙", birthOn: "1991-01-01", contacts: mobile("13800000001"), situations: HOME },
    { name: "居民丙", birthOn: "2012-01-01", contacts: mobile("13800000003"), situations: HOME }, { name: "居民丁", birthOn: "1990-01-01", contacts: mobile("13800000004"), situations: HOME },
    { name: "居民戊", birthOn: "1990-01-01", situations: HOME }, { name: "居民己", birthOn: "1990-01-01", contacts: mobile("13800000006"), situations: HOME },
    { name: "丙的母亲", birthOn: "1985-01-01", contacts: mobile("13800000007") },
  ]) as [string, string, string, string, string, string, string];
  await worker.write("relate", null, (tx) => addRelationships(worker, tx, [{ personId: child, otherId: mother, relation: "母亲", isGuardian: true, fromOn: "2012-01-01" }]));
  await worker.write("consent", null, (tx) => recordConsents(worker, tx, [{ personId: silent, purpose: "contact", state: "refused", capacity: "self", fromOn: worker.today, channel: "in_person" }]));
  const ground = testGround(t);
  const accountId = await createAccount(ground.db, { login: `online-${orgId.slice(0, 8)}`, name: "居民己" });
  await addMember(ground.db, ground.masterKey, { orgId, accountId, role: "volunteer", personId: online, from: new Date("2026-01-01") });
  const self = sessionOf({ ...anActor({ orgId }), accountId: accountId as never }, t);
  const anyone = sessionOf({ ...anActor({ orgId, capabilities: [RECEIVE] }), name: "收信人" }, t);
  return { worker, orgId, self, anyone, first, second, child, silent, nothing, online, mother, to: `segment/${await givenSegment(worker, "在家的", { longAtHome: true })}` };
}

const statesOf = async (house: Awaited<ReturnType<typeof givenHouse>>, id: string) => Object.fromEntries((await exportResults(house.worker, id)).map(({ name, state, reason }) => [name, reason ?? state]));
const linkIn = (text: string) => /\/notes\/dongli\/(\S+)/.exec(text)![1]!;

test("the preview says who gets it by what, and who does not and why; a telephone counts once", async () => {
  const house = await givenHouse();
  const id = await givenMessage(house.worker, house.to);
  const { preview } = await showMessage(house.worker, id);
  expect(preview).toEqual({ people: 4, app: 1, texts: 2, joined: 1, guardians: 1, leftOut: [{ reason: "no_contact", count: 1 }, { reason: "no_address", count: 1 }] });
  const { receivers } = await showMessage(house.worker, id, { show: "no_contact" });
  expect(receivers!.rows.map(({ name }) => name)).toEqual(["居民丁"]);
  expect(JSON.stringify(receivers)).not.toContain("138");
});

test("let go once, it leaves in five minutes: one text to each telephone, a notice to whoever has an account, and nothing twice", async () => {
  const house = await givenHouse();
  const id = await givenMessage(house.worker, house.to);
  expect(await releaseMessage(house.worker, id)).toMatchObject({ people: 4 });
  await expect(releaseMessage(house.worker, id)).rejects.toMatchObject({ reason: "messaging.released_already" });
  const { rows: [job] } = await t.owner.query("select to_char(q.run_at at time zone 'utc', 'HH24:MI') as at from platform.outbox o join graphile_worker.jobs q on q.key = o.id::text where o.org_id = $1 and o.topic = 'message'", [house.orgId]);
  expect(job.at).toBe("02:05");
  const { channel, got } = aGateway();
  for (let again = 0; again < 3; again += 1) await carryAll(t, house.worker, id, channel);
  expect(got.map(({ to }) => to).sort()).toEqual(["13800000001", "13800000007"]);
  expect(got[0]!.text).toMatch(/^【邻里】周三下午.*https:\/\/linli\.example\.org\/notes\/dongli\//);
  expect(await listMyNews(house.self)).toHaveLength(1);
  expect(await statesOf(house, id)).toEqual({ 居民甲: "sent", 居民乙: "joined", 居民丙: "sent", 居民丁: "no_contact", 居民戊: "no_address", 居民己: "sent" });
  const { rows } = await t.owner.query("select payload::text from platform.outbox where org_id = $1", [house.orgId]);
  expect(JSON.stringify(rows)).not.toMatch(/138\d{8}|居民/);
  expect((await listMessages(house.worker, { q: "唱歌" })).rows).toMatchObject([{ people: 6, sent: 4, leftOut: 2 }]);
});

test("who says no after it was let go gets nothing; a gateway that is down is tried again, for those who have not got it only", async () => {
  const house = await givenHouse();
  const id = await givenMessage(house.worker, house.to);
  await releaseMessage(house.worker, id);
  await chooseOptOut(house.worker, house.first, { kind: "activities", choice: "out" });
  const { channel: broken, got: none } = aGateway(new Set(["13800000007"]));
  await expect(carryAll(t, house.worker, id, broken)).rejects.toThrow("gateway");
  expect(none.map(({ to }) => to)).toEqual(["13800000001"]);
  expect(await statesOf(house, id)).toMatchObject({ 居民甲: "opted_out", 居民乙: "sent", 居民丙: "gateway" });
  const { channel, got } = aGateway();
  await carryAll(t, house.worker, id, channel);
  expect(got.map(({ to }) => to)).toEqual(["13800000007"]);
  expect(await statesOf(house, id)).toMatchObject({ 居民丙: "sent" });
});

test("stopped in the first minutes, nobody gets it", async () => {
  const house = await givenHouse();
  const id = await givenMessage(house.worker, house.to);
  await expect(stopMessage(house.worker, id)).rejects.toMatchObject({ reason: "messaging.not_released" });
  await releaseMessage(house.worker, id);
  await stopMessage(house.worker, id);
  const { channel, got } = aGateway();
  await carryAll(t, house.worker, id, channel);
  expect(got).toEqual([]);
  expect(await statesOf(house, id)).toMatchObject({ 居民甲: "stopped", 居民己: "stopped" });
  await expect(stopMessage(house.worker, id)).rejects.toMatchObject({ reason: "messaging.stopped_already" });
});

test("the link in the text turns messages off for everybody at that telephone, at once, and on again; a code made elsewhere opens nothing", async () => {
  const house = await givenHouse();
  const id = await givenMessage(house.worker, house.to);
  await releaseMessage(house.worker, id);
  const { channel, got } = aGateway();
  await carryAll(t, house.worker, id, channel);
  const pass = linkIn(got.find(({ to }) => to === "13800000001")!.text);
  expect(await openPass(house.anyone, pass)).toEqual({ kind: "activities", words: "周三下午两点半，二楼活动室一起唱歌。", easyWords: "周三下午来唱歌。", out: [] });
  await chooseByPass(house.anyone, pass, { kind: "activities", choice: "out" });
  const again = await givenMessage(house.worker, house.to);
  expect((await showMessage(house.worker, again)).preview!.leftOut).toContainEqual({ reason: "opted_out", count: 2 });
  const greeting = await givenMessage(house.worker, house.to, { kind: "greetings" });
  expect((await showMessage(house.worker, greeting)).preview!.people).toBe(4);
  await chooseByPass(house.anyone, pass, { kind: "activities", choice: "in" });
  expect((await showMessage(house.worker, again)).preview!.people).toBe(4);
  const { said, received } = await showPersonMessages(house.worker, house.second);
  expect([said.map(({ choice, saidTo }) => [choice, saidTo]), received.map(({ state }) => state)]).toEqual([[["in", "link"], ["out", "link"]], ["joined"]]);
  expect((await messagesPanel(house.worker, { personId: house.second }, "zh"))!.lines).toEqual([]);
  await expect(openPass(house.anyone, `${pass.slice(0, -2)}${pass.at(-2) === "A" ? "B" : "A"}${pass.at(-1)!}`)).rejects.toMatchObject({ kind: "not_found" });
  const elsewhere = await givenHouse();
  await expect(openPass(elsewhere.anyone, pass)).rejects.toMatchObject({ kind: "not_found" });
});

test("what somebody said stays theirs when two records become one", async () => {
  const house = await givenHouse();
  await chooseOptOut(house.worker, house.second, { kind: "all", choice: "out" });
  await house.worker.write("merge", null, (tx) => mergePersonsIn(house.worker, tx, { survivorId: house.first, mergedId: house.second, reason: "同一个人" }));
  const id = await givenMessage(house.worker, house.to);
  expect((await showMessage(house.worker, id, { show: "opted_out" })).receivers!.rows.map(({ name }) => name)).toEqual(["居民甲"]);
});

test("written and never let go, a message ends after thirty days, and that it did is kept; one that was let go stays, and another organisation's too", async () => {
  const house = await givenHouse();
  const other = await givenHouse();
  const [draft, released, theirs] = [await givenMessage(house.worker, house.to), await givenMessage(house.worker, house.to), await givenMessage(other.worker, other.to)];
  await releaseMessage(house.worker, released);
  const ends = new Date(draftEndsAt(house.worker.now.toISOString()));
  const tidy = (now: Date, capabilities = [TIDY]) => endDrafts(sessionOf(anActor({ orgId: house.orgId, capabilities }), t, { now }));
  expect(await tidy(new Date(ends.getTime() - 1000))).toEqual({ ended: 0 });
  await expect(tidy(ends, [SEND])).rejects.toMatchObject({ kind: "forbidden" });
  const after = new Date(ends.getTime() + 60_000);
  expect(await tidy(after)).toEqual({ ended: 1 });
  expect(await tidy(after)).toEqual({ ended: 0 });
  expect((await listMessages(house.worker)).rows.map(({ id }) => id)).toEqual([released]);
  expect((await showMessage(other.worker, theirs)).message.leavesAt).toBeNull();
  const { rows } = await t.owner.query("select subject_id from audit.entries where org_id = $1 and action = 'message.draft_ended'", [house.orgId]);
  expect(rows).toEqual([{ subject_id: draft }]);
  await expect(house.worker.write("testing", null, (tx) => deleteMessage(tx, house.orgId, released))).rejects.toThrow("message_events_of_message");
});

test("refused: a text that names somebody, a seventh message in a day, another role, another organisation", async () => {
  const house = await givenHouse();
  await expect(givenMessage(house.worker, house.to, { words: "居民甲请带水杯" })).rejects.toMatchObject({ fields: [{ field: "words", reason: "messaging.names_somebody" }] });
  const ids: string[] = [];
  for (let count = 0; count < 7; count += 1) ids.push(await givenMessage(house.worker, house.to));
  for (const id of ids.slice(0, 6)) await releaseMessage(house.worker, id);
  await expect(releaseMessage(house.worker, ids[6]!)).rejects.toMatchObject({ kind: "too_many" });
  const without = (right: string) => ({ ...house.worker, actor: { ...house.worker.actor, capabilities: new Set([...house.worker.actor.capabilities].filter((one) => one !== right)) } });
  await expect(listMessages(without(SEND))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(givenMessage(without("outreach.work"), house.to)).rejects.toMatchObject({ kind: "forbidden" });
  const stranger = (await givenHouse()).worker;
  await expect(showMessage(stranger, ids[0]!)).rejects.toMatchObject({ kind: "not_found" });
});
