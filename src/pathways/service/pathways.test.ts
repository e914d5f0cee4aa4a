import { expect, test } from "vitest";
import { stepCase } from "#casework/index.ts";
import { givenCase } from "#casework/testing.ts";
import { givenPerson, givenPersons } from "#people/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { InvitationStep } from "../model/invitation.ts";
import { HOUSE_PATH } from "../model/path.ts";
import { givenPathHouse } from "../testing.ts";
import { changePath, showPath } from "./change-path.ts";
import { endEpisode } from "./end-episode.ts";
import { invitePerson } from "./invite-person.ts";
import { listAsks, listReady } from "./list-asks.ts";
import { listClimbers } from "./list-climbers.ts";
import { pathwaysPanel } from "./person-panel.ts";
import { requireAgreed } from "./require-agreed.ts";
import { showClimber } from "./show-climber.ts";
import { exportLadder } from "./export-ladder.ts";
import { showLadder } from "./show-ladder.ts";
import { stepInvitation } from "./step-invitation.ts";

const t = testDatabase();
const say = (kind: InvitationStep["kind"], over: Partial<InvitationStep> = {}) => InvitationStep.parse({ kind, ...over });
const chess = { step: "helping", what: "每周三一起摆象棋" } as const;

test("the young man who came for help: each step is seen by itself, asked for gently, agreed to by who must, and he ends leading", async () => {
  const house = await givenPathHouse(t);
  const { worker, supervisor, coordinator } = house;
  const personId = await givenPerson(worker, { name: "白晓峰", birthOn: "2001-04-02" });
  const caseId = await givenCase(house.on("2026-01-12"), personId, { openedOn: "2026-01-12" });
  for (const day of ["2026-03-04", "2026-03-11", "2026-03-18"]) await house.gather(day, { [personId]: "participant" });
  expect(await listReady(coordinator)).toMatchObject([{ personId, next: "helping", times: 3 }]);

  const { id } = await invitePerson(coordinator, personId, chess);
  expect(await listReady(coordinator)).toEqual([]);
  await expect(invitePerson(coordinator, personId, chess)).rejects.toMatchObject({ reason: "pathways.asked_already" });
  await stepInvitation(coordinator, id, say("yes", { words: "我来摆棋盘" }));
  await expect(stepInvitation(coordinator, id, say("begun"))).rejects.toMatchObject({ reason: "pathways.worker_must_agree" });
  await expect(stepInvitation(coordinator, id, say("agreed", { party: "worker" }))).rejects.toMatchObject({ reason: "pathways.only_their_worker" });
  await expect(stepInvitation(worker, id, say("refused", { party: "worker" }))).rejects.toMatchObject({ reason: "pathways.words_missing" });
  await stepInvitation(worker, id, say("agreed", { party: "worker" }));
  await expect(stepInvitation(coordinator, id, say("begun"))).rejects.toMatchObject({ reason: "pathways.supervisor_must_agree" });
  await stepInvitation(supervisor, id, say("agreed", { party: "supervisor" }));
  await stepInvitation(coordinator, id, say("begun"));
  await expect(stepInvitation(coordinator, id, say("no"))).rejects.toMatchObject({ reason: "pathways.over" });
  expect(await showClimber(worker, personId)).toMatchObject({ height: "joined", served: true, invitations: [{ state: "begun", needed: [{ party: "worker", name: "林晓禾" }, { party: "supervisor" }] }] });
  expect((await showClimber(coordinator, personId)).invitations[0]!.needed[0]).toMatchObject({ party: "worker", name: null });

  await house.gather("2026-05-06", { [personId]: "volunteer" });
  await stepCase(worker, { caseId, version: 1, onDay: worker.today, step: { kind: "close", reason: "moved_away", words: "他现在每周三来摆棋" } });
  await stepCase(supervisor, { caseId, version: 2, onDay: worker.today, step: { kind: "approve", words: "" } });
  const organising = await invitePerson(worker, personId, { step: "organising", what: "排象棋小组的日程" });
  await stepInvitation(worker, organising.id, say("yes"));
  await stepInvitation(worker, organising.id, say("begun"));
  const leading = await invitePerson(worker, personId, { step: "leading", what: "带象棋小组" });
  await stepInvitation(worker, leading.id, say("yes"));
  await stepInvitation(worker, leading.id, say("begun"));
  const shown = await showClimber(worker, personId);
  expect(shown).toMatchObject({ height: "leading", next: null, served: false });
  expect(await pathwaysPanel(worker, { personId, recordIds: [personId] }, "zh")).toMatchObject({ lines: [{ text: "带头" }, { text: "组织" }, { text: "帮助别人" }, { text: "参加" }, { text: "得到帮助" }] });
  const { rows: [line] } = await listClimbers(worker, { at: "leading" });
  expect(line).toMatchObject({ personId, name: "白晓峰", beganOn: "2026-01-12" });
  expect(line!.climbed.map(({ step, onDay }) => `${step} ${onDay}`)).toEqual(["helped 2026-01-12", "joined 2026-03-04", "helping 2026-05-06", "organising 2026-11-22", "leading 2026-11-22"]);
  await endEpisode(worker, shown.episodes.find(({ step }) => step === "leading")!.id, { kind: "withdrawn", words: "写错了人" });
  expect((await showClimber(worker, personId)).height).toBe("organising");
  await expect(endEpisode(worker, shown.episodes.find(({ step }) => step === "leading")!.id, { kind: "ended", words: "再来一次" })).rejects.toMatchObject({ reason: "pathways.ended_already" });
});

test("one step at a time, not again before the day named, a child's guardian asked, and nobody decides about themselves", async () => {
  const house = await givenPathHouse(t);
  const { worker, coordinator } = house;
  const [boy, aunt] = await givenPersons(worker, [{ name: "罗小满", birthOn: "2012-03-08", birthPrecision: "day" as const }, { name: "周阿姨", birthOn: "1960-03-08", birthPrecision: "day" as const }]) as [string, string];
  await expect(invitePerson(worker, aunt, { step: "leading", what: "带队" })).rejects.toMatchObject({ reason: "pathways.one_step" });
  const first = await invitePerson(worker, aunt, chess);
  await stepInvitation(worker, first.id, say("not_now", { askAgainOn: "2026-12-24", words: "孙子要考试" }));
  expect(await showClimber(worker, aunt)).toMatchObject({ askAgainOn: "2026-12-24", next: "helping", height: null });
  await expect(invitePerson(coordinator, aunt, chess)).rejects.toMatchObject({ reason: "pathways.not_so_soon" });
  expect((await listAsks(worker, "answered")).rows).toMatchObject([{ personId: aunt, state: "not_now" }]);
  expect((await listAsks(worker, "open")).rows).toEqual([]);

  const asked = await invitePerson(worker, boy, chess);
  await stepInvitation(worker, asked.id, say("yes"));
  await expect(stepInvitation(worker, asked.id, say("begun"))).rejects.toMatchObject({ reason: "pathways.guardian_must_agree" });
  await stepInvitation(worker, asked.id, say("agreed", { party: "guardian", words: "奶奶当面同意" }));
  await stepInvitation(worker, asked.id, say("begun"));
  await house.gather("2026-11-20", { [boy]: "volunteer" });
  await expect(invitePerson(worker, boy, chess)).rejects.toMatchObject({ reason: "pathways.there_already" });

  const herself = await house.member("worker", "周阿姨", ["people.read", "pathways.read", "pathways.work"], aunt);
  await expect(showClimber(herself, aunt)).rejects.toMatchObject({ kind: "not_found" });
  expect(await pathwaysPanel(herself, { personId: aunt, recordIds: [aunt] }, "zh")).toBeNull();
});

test("an account that opens files stands against helping while being served", async () => {
  const house = await givenPathHouse(t);
  const { worker, supervisor, coordinator } = house;
  const personId = await givenPerson(worker, { name: "杜明" });
  await house.member("worker", "杜明", ["people.read"], personId);
  await givenCase(worker, personId);
  const { id } = await invitePerson(coordinator, personId, chess);
  await stepInvitation(coordinator, id, say("yes"));
  await stepInvitation(worker, id, say("agreed", { party: "worker" }));
  await stepInvitation(supervisor, id, say("agreed", { party: "supervisor" }));
  await expect(stepInvitation(coordinator, id, say("begun"))).rejects.toMatchObject({ reason: "pathways.sees_files" });
  const agreed = (step: "helping" | "leading", about = personId) => worker.read((tx) => requireAgreed(worker, tx, about, step));
  await expect(agreed("helping")).rejects.toMatchObject({ reason: "pathways.sees_files" });
  await expect(agreed("leading")).rejects.toMatchObject({ reason: "pathways.ask_first" });
  await agreed("leading", await givenPerson(worker, { name: "何平" }));
});

test("figures open to exactly their rows; without rows small cells, the flow and single steps of time are hidden", async () => {
  const house = await givenPathHouse(t);
  const people = await givenPersons(house.worker, Array.from({ length: 14 }, (_, index) => ({ name: `居民${index}`, birthOn: index < 7 ? "1950-01-01" : "1990-01-01", birthPrecision: "day" as const })));
  await house.gather("2026-02-02", Object.fromEntries(people.slice(0, 13).map((id) => [id, "participant" as const])));
  await house.gather("2026-04-02", Object.fromEntries(people.slice(0, 3).map((id) => [id, "volunteer" as const])));
  await house.gather("2026-01-02", { [people[13]!]: "volunteer" });
  const ladder = await showLadder(house.worker);
  expect(ladder).toMatchObject({ opens: true, cameToHelp: 1 });
  expect(ladder.flow![1]).toEqual([0, 0, 3, 0, 0, 10, 13]);
  expect(ladder.times[0]!.curve).toMatchObject([{ days: 59, atRisk: 13, events: 3 }]);
  expect((await listClimbers(house.worker, { from: "joined", to: "helping" })).rows).toHaveLength(3);
  expect((await listClimbers(house.worker, { came: "helping" })).rows.map(({ personId }) => personId)).toEqual([people[13]]);
  const firsts = await listClimbers(house.worker, { at: "joined", population: "elder" }, { limit: 2 });
  const rest = await listClimbers(house.worker, { at: "joined", population: "elder" }, { after: firsts.next });
  expect([...firsts.rows, ...rest.rows].map(({ personId }) => personId).sort()).toEqual(people.slice(3, 7).sort());

  const clerk = await house.member("clerk", "赵文清", ["pathways.read"]);
  const outside = await showLadder(clerk);
  expect(outside).toMatchObject({ opens: false, asOf: "2026-10-31", flow: null, cameToHelp: null });
  expect(await showLadder(clerk, { asOf: "2026-03-01", population: "elder" })).toEqual(outside);
  // What leaves is the same whoever takes it: the worker who may open rows gets the hidden figures too.
  expect(await exportLadder(house.worker)).toEqual(outside);
  expect(outside.heights.flat()).not.toContain(3);
  expect(outside.times.map(({ curve, medianDays }) => [curve, medianDays])).toEqual([[null, null], [null, null], [null, null]]);
  expect(outside.times[0]!.shares.every(({ share }) => share === 0)).toBe(true);
  await expect(listClimbers(clerk, {})).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listReady(clerk)).rejects.toMatchObject({ kind: "forbidden" });
  expect((await showLadder(house.worker, { asOf: "2026-03-01" })).flow![1]).toEqual([0, 0, 0, 0, 0, 13, 13]);
});

test("the organisation's own path takes the place of the house's, version by version", async () => {
  const { worker, coordinator } = await givenPathHouse(t);
  expect(await showPath(worker)).toMatchObject({ current: { version: 0, verified: null }, last: 0 });
  const content = { ...HOUSE_PATH.content, askAgainDays: 30 };
  await changePath(coordinator, { version: 0, note: "开会定的", content });
  await expect(changePath(coordinator, { version: 0, note: "", content })).rejects.toMatchObject({ kind: "stale" });
  expect(await showPath(worker)).toMatchObject({ current: { version: 1, content: { askAgainDays: 30 } }, versions: [{ version: 1, byName: "何静宜" }] });
  const other = await givenPathHouse(t);
  expect((await showPath(other.worker)).last).toBe(0);
});
