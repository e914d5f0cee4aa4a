import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { PersonId } from "#kernel/ids.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { anOffer, givenConfirmed, givenHours } from "../../testing.ts";
import { listOwnHours } from "../record/list-own-hours.ts";
import { askCorrection } from "./ask-correction.ts";
import { correctHours } from "./correct-hours.ts";
import { countHoursWaiting } from "./count-hours-waiting.ts";
import { decideEntry, decideHours } from "./decide-hours.ts";
import { declineCorrection } from "./decline-correction.ts";
import { enterHours } from "./enter-hours.ts";
import { exportHours, listHours } from "./list-hours.ts";
import { lookAtHours } from "./look-at-hours.ts";
import { proposeHours } from "./propose-hours.ts";
import { showEntry } from "./show-entry.ts";
import { withdrawProposed } from "./withdraw-proposed.ts";

const t = testDatabase();
const STAFF = ["people.read", "people.write", "hours.read", "hours.confirm"];
const said = { happenedOn: "2026-11-14", minutes: 90, travelMinutes: 20, title: "社区老友", place: "", recipient: "", content: "陪同外出" };

async function givenVolunteer(name = "何雨欣") {
  const staff = sessionOf(anActor({ capabilities: STAFF }), t);
  const personId = await givenPerson(staff, { name });
  const own = sessionOf(anActor({ capabilities: ["hours.own"], orgId: staff.actor.orgId, role: "volunteer", personId: personId as PersonId, strong: false }), t);
  return { staff, own, personId };
}
const trailOf = async (orgId: string) => (await t.owner.query<{ action: string }>("select action from audit.entries where org_id = $1 and action like 'hours.%' order by seq", [orgId])).rows.map(({ action }) => action);

test("hours proposed twice are one entry, wait, and count once somebody else confirmed them", async () => {
  const { staff, own, personId } = await givenVolunteer();
  const offer = anOffer(personId);
  await givenHours(staff, [offer]);
  const [id] = await givenHours(staff, [offer]);
  expect(await listOwnHours(own)).toMatchObject({ confirmedMinutes: 0, waitingMinutes: 120, entries: [{ id, state: "pending" }] });
  expect(await countHoursWaiting(staff)).toEqual({ pending: 1, asked: 0, applications: 0 });
  expect(await lookAtHours(staff, [id!])).toMatchObject({ entries: [{ name: "何雨欣", stands: null }] });
  expect(await decideHours(staff, { ids: [id!], kind: "confirmed" })).toEqual({ done: [id], left: [] });
  expect(await listOwnHours(own)).toMatchObject({ confirmedMinutes: 120, thisYearMinutes: 120, waitingMinutes: 0 });
  expect(await decideHours(staff, { ids: [id!], kind: "confirmed" })).toEqual({ done: [], left: [{ id, reason: "not_waiting" }] });
  expect(await trailOf(staff.actor.orgId)).toEqual(["hours.proposed", "hours.confirmed"]);
});

test("checked in, then checked out: the same entry goes on; open time is never confirmed", async () => {
  const { staff, personId } = await givenVolunteer();
  const source = { kind: "activity" as const, id: randomUUID() };
  const [open] = await givenHours(staff, [anOffer(personId, { source, time: { fromAt: "2026-11-14T01:00:00Z", untilAt: null } })]);
  await expect(decideEntry(staff, { id: open!, kind: "confirmed" })).rejects.toMatchObject({ reason: "hours.still_open" });
  const ids = await givenHours(staff, [anOffer(personId, { source, time: { fromAt: "2026-11-14T01:00:00Z", untilAt: "2026-11-14T03:00:00Z", travelMinutes: 30 } })]);
  expect(ids).toHaveLength(1);
  expect(await showEntry(staff, ids[0]!)).toMatchObject({ state: "pending", entry: { minutes: 90, travelMinutes: 30, supersedes: open }, chain: [{ minutes: 90 }, { minutes: null }] });
});

test("a source taken back takes its hours along, confirmed or not, and comes back as a new entry", async () => {
  const { staff, own, personId } = await givenVolunteer();
  const offer = anOffer(personId, { source: { kind: "visit", id: randomUUID() } });
  await givenConfirmed(staff, [offer]);
  await staff.write("t", null, async (tx) => { await withdrawProposed(staff, tx, { kind: "visit", ids: [offer.source.id] }, "记错了"); return null; });
  expect(await listOwnHours(own)).toMatchObject({ confirmedMinutes: 0, entries: [{ state: "withdrawn", decisionWords: "记错了" }] });
  await staff.write("t", null, async (tx) => { await proposeHours(staff, tx, [offer]); return null; });
  expect(await listOwnHours(own)).toMatchObject({ entries: [{ state: "pending" }] });
});

test("a refusal says why, and what stood is looked at again on request", async () => {
  const { staff, own, personId } = await givenVolunteer();
  const [id] = await givenHours(staff, [anOffer(personId)]);
  await expect(decideHours(staff, { ids: [id!], kind: "refused" })).rejects.toMatchObject({ reason: "hours.words_missing" });
  await decideEntry(staff, { id: id!, kind: "refused", words: "当天活动取消了" });
  expect(await listOwnHours(own)).toMatchObject({ entries: [{ state: "refused", decisionWords: "当天活动取消了" }] });
  await decideEntry(staff, { id: id!, kind: "reopened", words: "核实过了" });
  await decideEntry(staff, { id: id!, kind: "confirmed" });
  expect((await showEntry(staff, id!)).decisions.map(({ kind }) => kind)).toEqual(["refused", "reopened", "confirmed"]);
});

test("the volunteer asks, staff correct by a new entry that waits again, or answer why not", async () => {
  const { staff, own, personId } = await givenVolunteer();
  const [id] = await givenConfirmed(staff, [anOffer(personId)]);
  await askCorrection(own, { entryId: id!, words: "其实只有一个半小时" });
  await expect(askCorrection(own, { entryId: id!, words: "再问一次" })).rejects.toMatchObject({ reason: "hours.asked_already" });
  expect((await listHours(staff, { show: "asked" })).page.rows).toMatchObject([{ id, name: "何雨欣" }]);
  const { id: next } = await correctHours(staff, id!, { ...said, reason: "按签到表更正" });
  expect(await listOwnHours(own)).toMatchObject({ confirmedMinutes: 0, waitingMinutes: 90, entries: [{ id: next, reason: "按签到表更正" }] });
  expect((await listHours(staff, { show: "asked" })).page.rows).toEqual([]);
  await askCorrection(own, { entryId: next, words: "还有二十分钟" });
  await declineCorrection(staff, { entryId: next, words: "路上的时间不算" });
  expect((await listOwnHours(own)).entries[0]!.requests).toMatchObject([{ answer: "declined", answerWords: "路上的时间不算" }]);
  await expect(declineCorrection(staff, { entryId: next, words: "再答一次" })).rejects.toMatchObject({ reason: "hours.nothing_asked" });
  await expect(correctHours(staff, next, { ...said, reason: "没有变化" })).rejects.toMatchObject({ reason: "hours.nothing_changed" });
  await expect(correctHours(staff, next, { ...said, happenedOn: "2026-12-01", reason: "错" })).rejects.toMatchObject({ reason: "hours.in_future" });
});

test("hours entered by hand wait like all others; nobody enters or confirms their own", async () => {
  const { staff, personId } = await givenVolunteer();
  const { id } = await enterHours(staff, { personId, ...said });
  expect(await showEntry(staff, id)).toMatchObject({ state: "pending", entry: { sourceKind: "hand", managerName: "测试员" } });
  const both = sessionOf(anActor({ capabilities: STAFF, orgId: staff.actor.orgId, personId: personId as PersonId }), t);
  await expect(enterHours(both, { personId, ...said })).rejects.toMatchObject({ reason: "hours.own_hours" });
  await expect(decideEntry(both, { id, kind: "confirmed" })).rejects.toMatchObject({ reason: "hours.own_hours" });
  await expect(correctHours(both, id, { ...said, minutes: 500, reason: "多写" })).rejects.toMatchObject({ reason: "hours.own_hours" });
});

test("two who decide at once: one wins, the other is told, and one word stands", async () => {
  const { staff, personId } = await givenVolunteer();
  const [id] = await givenHours(staff, [anOffer(personId)]);
  const answers = await Promise.allSettled([decideEntry(staff, { id: id!, kind: "confirmed" }), decideEntry(staff, { id: id!, kind: "refused", words: "没有来" })]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await showEntry(staff, id!)).decisions).toHaveLength(1);
});

test("the list is found by name, time and state, and leaves as a file on record", async () => {
  const { staff, personId } = await givenVolunteer();
  await givenConfirmed(staff, [anOffer(personId)]);
  await givenHours(staff, [anOffer(personId, { happenedOn: "2026-11-20" })]);
  expect((await listHours(staff, { show: "pending" })).page.rows).toMatchObject([{ happenedOn: "2026-11-20" }]);
  expect((await listHours(staff, { show: "all", until: "2026-11-15" })).page.rows).toHaveLength(1);
  expect(await exportHours(staff, { show: "all" })).toHaveLength(2);
  expect(await trailOf(staff.actor.orgId)).toContain("hours.exported");
});

test("a stranger, another organisation and another volunteer learn nothing", async () => {
  const { staff, personId } = await givenVolunteer();
  const [id] = await givenHours(staff, [anOffer(personId)]);
  const elsewhere = sessionOf(anActor({ capabilities: STAFF }), t);
  await expect(showEntry(elsewhere, id!)).rejects.toMatchObject({ reason: "hours.entry_not_found" });
  await expect(decideHours(elsewhere, { ids: [id!], kind: "confirmed" })).rejects.toMatchObject({ reason: "hours.entry_not_found" });
  expect((await listHours(elsewhere, { show: "all" })).page.rows).toEqual([]);
  const other = sessionOf(anActor({ capabilities: ["hours.own"], orgId: staff.actor.orgId, personId: (await givenPerson(staff, { name: "孙琳" })) as PersonId }), t);
  await expect(askCorrection(other, { entryId: id!, words: "看看" })).rejects.toMatchObject({ reason: "hours.entry_not_found" });
  expect((await listOwnHours(other)).entries).toEqual([]);
  const nobody = sessionOf(anActor({ orgId: staff.actor.orgId }), t);
  for (const attempt of [listHours(nobody, {}), listOwnHours(nobody), lookAtHours(nobody, [id!]), showEntry(nobody, id!), enterHours(nobody, { personId, ...said })]) await expect(attempt).rejects.toMatchObject({ status: 403 });
  expect(await countHoursWaiting(nobody)).toEqual({ pending: 0, asked: 0, applications: 0 });
});
