import { expect, test } from "vitest";
import { addDays, addMonths } from "#kernel/calendar.ts";
import { changeNames, listNames } from "#casework/index.ts";
import { givenCase } from "#casework/testing.ts";
import { recordEncounter, SentEncounter, withdrawEncounterIn } from "#encounters/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { Entry, Opening, Place, Profile } from "../model/terms.ts";
import { EMPLOYMENT_CAPABILITIES, givenJob, givenOpening, givenProfile } from "../testing.ts";
import { addEntry } from "./add-entry.ts";
import { beginJob } from "./begin-job.ts";
import { addOpening, changePlace, withdrawOpening } from "./change-places.ts";
import { countKept } from "./count-kept.ts";
import { employmentPanel } from "./employment-panel.ts";
import { exportJobs, listDueFollows, listJobs } from "./list-jobs.ts";
import { showJob } from "./show-job.ts";
import { showPerson } from "./show-person.ts";
import { communityChoices, listPlaces, showPlace } from "./show-places.ts";
import { writeProfile } from "./write-profile.ts";

const t = testDatabase();
const coach = (more: readonly string[] = []) => sessionOf(anActor({ capabilities: [...EMPLOYMENT_CAPABILITIES, ...more] }), t);
const entry = (kind: string, over: object = {}) => Entry.parse({ kind, ...over });

test("from what somebody wants to a job: the profile keeps its versions, openings say why, a seat is taken once", async () => {
  const session = coach();
  const personId = await givenPerson(session);
  const { openingId, placeId } = await givenOpening(session);
  expect((await showPerson(session, personId)).openings).toEqual([]);
  await givenProfile(session, personId);
  await writeProfile(session, personId, Profile.parse({ wishes: "想去店里", tasks: ["stocking"], avoids: ["night"] }));
  await expect(writeProfile(session, personId, Profile.parse({ wishes: "x", leastHours: "9", mostHours: "8" }))).rejects.toMatchObject({ fields: [{ field: "mostHours" }] });
  const shown = await showPerson(session, personId);
  expect(shown).toMatchObject({ profile: { number: 2, wishes: "想去店里" }, discoveries: [{ words: "摆货架时很专心" }], openings: [{ possible: true, opening: { id: openingId, freeSeats: 1 } }] });
  expect(shown.profile).not.toHaveProperty("leastHours");
  const other = await givenPerson(session, { name: "李四" });
  const answers = await Promise.allSettled([personId, other].map((one) => givenJob(session, one, openingId, session.today)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find((one) => one.status === "rejected")).toMatchObject({ reason: { reason: "employment.no_seat" } });
  expect((await showPlace(session, placeId)).openings[0]!.freeSeats).toBe(0);
  await expect(beginJob(session, { personId, openingId, caseId: null, begunOn: addDays(session.today, 1) })).rejects.toMatchObject({ fields: [{ field: "begunOn", reason: "employment.in_future" }] });
});

test("support, pause, end and taking back: what is kept is computed from the rows, and follow-along is due to the coach", async () => {
  const session = coach();
  const personId = await givenPerson(session);
  const { openingId } = await givenOpening(session);
  const begunOn = addMonths(session.today, -4);
  const jobId = await givenJob(session, personId, openingId, begunOn);
  expect((await showJob(session, jobId)).kept).toEqual({ 1: "kept", 3: "kept", 6: "not_yet", 12: "not_yet" });
  expect(await listDueFollows(session, 9)).toMatchObject([{ jobId, dueOn: addDays(begunOn, 7) }]);
  expect(await listDueFollows(sessionOf(anActor({ orgId: session.actor.orgId, capabilities: EMPLOYMENT_CAPABILITIES }), t), 9)).toEqual([]);
  await addEntry(session, jobId, entry("planned", { startMinutes: 120, endMinutes: 30, weeks: 4 }));
  await addEntry(session, jobId, entry("supported", { onDay: begunOn, minutes: 90, mode: "on_site" }));
  await addEntry(session, jobId, entry("supported", { onDay: begunOn, minutes: 15, mode: "on_site", words: "重复了" }));
  await addEntry(session, jobId, entry("taken_back", { ofNumber: 3 }));
  await addEntry(session, jobId, entry("followed", { words: "挺好", nextOn: addDays(session.today, 20) }));
  expect(await listDueFollows(session, 9)).toEqual([]);
  expect((await showJob(session, jobId)).weeks[0]).toEqual({ week: 1, planned: 120, actual: 90 });
  await addEntry(session, jobId, entry("ended", { onDay: addDays(addMonths(begunOn, 3), -1), reason: "contract_over" }));
  expect((await showJob(session, jobId)).kept).toMatchObject({ 1: "kept", 3: "not_kept", 6: "not_yet" });
  await expect(addEntry(session, jobId, entry("paused"))).rejects.toMatchObject({ reason: "employment.ended" });
  await addEntry(session, jobId, entry("taken_back", { ofNumber: 6 }));
  expect(await showJob(session, jobId)).toMatchObject({ kept: { 3: "kept" }, state: { endedOn: null }, job: { endedOn: null } });
  expect((await listJobs(session, { show: "working" })).rows).toMatchObject([{ id: jobId, name: "张三" }]);
  expect((await listJobs(session, { q: "张三" })).rows).toHaveLength(1);
  expect((await listJobs(session, { q: "没有这个店" })).rows).toEqual([]);
  expect(await exportJobs(session, {})).toEqual([expect.not.objectContaining({ name: "张三", personId })]);
  expect(await employmentPanel(session, { personId, recordIds: [personId] }, "zh")).toMatchObject({ lines: [{ text: "东里便利店 · 理货", chip: { label: "在职" } }] });
});

test("support is one service record: counted once, corrected there it is so here, taken back on either side it is gone on both", async () => {
  const session = coach(["encounters.read", "encounters.write"]);
  const personId = await givenPerson(session);
  const caseId = await givenCase(session, personId);
  const { openingId } = await givenOpening(session);
  const begunOn = addDays(session.today, -200);
  const jobId = await givenJob(session, personId, openingId, begunOn, caseId);
  await addEntry(session, jobId, entry("supported", { onDay: addDays(session.today, -3), minutes: 90, mode: "on_site", words: "只有辅导员知道的话" }));
  await addEntry(session, jobId, entry("supported", { onDay: addDays(session.today, -2), minutes: 15, mode: "phone" }));
  await addEntry(session, jobId, entry("supported", { onDay: addDays(session.today, -100), minutes: 60, mode: "on_site" })); // longer ago than a service may be entered
  const counted = () => t.owner.query("select minutes, mode, topics from encounters.encounter_facts where org_id = $1 order by minutes", [session.actor.orgId]).then(({ rows }) => rows as unknown[]);
  expect(await counted()).toEqual([{ minutes: 15, mode: "phone", topics: ["work"] }, { minutes: 90, mode: "outing", topics: ["work"] }]);
  const [onSite, call, old] = (await showJob(session, jobId)).entries;
  expect([onSite!.encounterId, call!.encounterId, old!.encounterId].map((id) => id !== null)).toEqual([true, true, false]);
  const { rows: [kept] } = await t.owner.query<{ seen: string; case_id: string }>("select seen, case_id from encounters.revisions where encounter_id = $1", [onSite!.encounterId]);
  expect(kept).toEqual({ seen: "", case_id: caseId });
  const corrected = { happenedOn: addDays(session.today, -4), minutes: 80, mode: "outing", people: [{ personId, role: "client" }] };
  await recordEncounter(session, SentEncounter.parse({ id: onSite!.encounterId, basis: 1, sendKey: "key-corrected", why: "记多了", entry: corrected }));
  expect((await showJob(session, jobId)).entries[0]).toMatchObject({ minutes: 80, onDay: corrected.happenedOn, holds: true });
  await addEntry(session, jobId, entry("taken_back", { ofNumber: 2 }));
  expect(await counted()).toMatchObject([{ minutes: 80 }]);
  await session.write("withdraw", null, (tx) => withdrawEncounterIn(session, tx, { encounterId: onSite!.encounterId!, reason: "记错人" }));
  expect((await showJob(session, jobId)).entries.map(({ holds }) => holds)).toEqual([false, false, true, false]);
  await expect(addEntry(session, jobId, entry("taken_back", { ofNumber: 1 }))).rejects.toMatchObject({ reason: "employment.nothing_to_take_back" });
  expect((await showJob(session, jobId)).weeks.reduce((sum, { actual }) => sum + actual, 0)).toBe(60);
});

test("figures by programme open to their rows; a job again at the same place within two weeks goes on", async () => {
  const session = coach(["cases.supervise"]);
  await changeNames(session, { intent: "add_programme", name: "社区老友" });
  const { programmes: [programme] } = await listNames(session);
  const { openingId } = await givenOpening(session, { opening: { seats: "9" } });
  const [first, second] = [await givenPerson(session), await givenPerson(session, { name: "李四" })];
  const caseId = await givenCase(session, first, { programmeId: programme!.id });
  const begunOn = addMonths(session.today, -7);
  const jobId = await givenJob(session, first, openingId, begunOn, caseId);
  await addEntry(session, jobId, entry("ended", { onDay: addDays(begunOn, 60), reason: "contract_over" }));
  const again = await givenJob(session, first, openingId, addDays(begunOn, 70), caseId);
  await givenJob(session, second, openingId, addMonths(session.today, -2));
  const { figures, rows } = await countKept(session, { month: 6, result: "kept", programme: programme!.id });
  expect(figures).toMatchObject([
    { programme: programme!.id, name: "社区老友", spells: 1, months: { 1: { kept: 1 }, 3: { kept: 1 }, 6: { kept: 1 }, 12: { not_yet: 1 } } },
    { programme: "none", spells: 1, months: { 1: { kept: 1 }, 3: { not_yet: 1, not_kept: 0 } } },
  ]);
  expect(rows).toMatchObject([{ jobId: again, name: "张三", begunOn }]);
  expect(await showJob(session, again)).toMatchObject({ sinceOn: begunOn, kept: { 6: "kept" } });
});

test("a place changes at the version read; a closed one offers nothing", async () => {
  const session = coach();
  const { placeId, openingId } = await givenOpening(session, { place: { name: "面馆", kind: "shop" } });
  const place = Place.parse({ name: "老王面馆", kind: "shop" });
  await changePlace(session, placeId, 1, place);
  await expect(changePlace(session, placeId, 1, place)).rejects.toMatchObject({ reason: "employment.place_changed" });
  expect((await listPlaces(session, { q: "老王" })).rows).toMatchObject([{ id: placeId }]);
  await withdrawOpening(session, placeId, openingId);
  expect((await showPlace(session, placeId)).openings).toMatchObject([{ untilOn: session.today }]);
  await changePlace(session, placeId, 2, { closed: "yes" });
  await expect(addOpening(session, placeId, Opening.parse({ title: "洗碗", fromOn: session.today }))).rejects.toMatchObject({ reason: "employment.place_not_found" });
  expect((await listPlaces(session, { closed: true })).rows).toHaveLength(1);
  expect(await communityChoices(session)).toEqual([]);
});

test("what somebody wishes stays with those who support employment; another organisation finds nothing", async () => {
  const session = coach();
  const personId = await givenPerson(session);
  const { openingId, placeId } = await givenOpening(session);
  const jobId = await givenJob(session, personId, openingId, session.today);
  const stranger = coach();
  await expect(showPerson(stranger, personId)).rejects.toMatchObject({ reason: "employment.person_not_found" });
  await expect(showJob(stranger, jobId)).rejects.toMatchObject({ reason: "employment.job_not_found" });
  await expect(addEntry(stranger, jobId, entry("followed", { words: "x" }))).rejects.toMatchObject({ reason: "employment.job_not_found" });
  await expect(showPlace(stranger, placeId)).rejects.toMatchObject({ reason: "employment.place_not_found" });
  await expect(beginJob(stranger, { personId, openingId, caseId: null, begunOn: stranger.today })).rejects.toMatchObject({ reason: "employment.person_not_found" });
  const other = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["people.read", "cases.work"] }), t);
  await expect(showPerson(other, personId)).rejects.toMatchObject({ reason: "access.not_allowed" });
  expect(await employmentPanel(other, { personId, recordIds: [personId] }, "zh")).toBeNull();
  const weak = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: EMPLOYMENT_CAPABILITIES, strong: false }), t);
  await expect(showJob(weak, jobId)).rejects.toMatchObject({ reason: "access.second_factor" });
});
