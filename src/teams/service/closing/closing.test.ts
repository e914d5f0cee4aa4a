import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { listHours } from "#hours/index.ts";
import { givenPathHouse } from "#pathways/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { NewElder, NewMember, NewRequest, RequestStep, TeamEnd } from "../../model/forms.ts";
import { aTeam, givenTeam } from "../../testing.ts";
import { foundTeam } from "../found-team.ts";
import { listTeams } from "../list-teams.ts";
import { addElder } from "../people/add-elder.ts";
import { addMember } from "../people/add-member.ts";
import { teamsPanel } from "../person-panel.ts";
import { peopleOfTeam } from "../people-of-team.ts";
import { askTeam } from "../requests/ask-team.ts";
import { stepRequest } from "../requests/step-request.ts";
import { planWeek } from "../rota/plan-week.ts";
import { showWeek } from "../rota/show-week.ts";
import { showTeam } from "../show-team.ts";
import { closeTeam } from "./close-team.ts";
import { endRota } from "./end-rota.ts";
import { handOver } from "./hand-over.ts";
import { reopenTeam } from "./reopen-team.ts";
import { showClosing } from "./show-closing.ts";

const t = testDatabase();
const STAFF = ["people.read", "people.write", "teams.own", "teams.work", "cases.work", "encounters.write", "hours.read", "hours.confirm", "pathways.read", "pathways.work"];

async function givenHouse() {
  const house = await givenPathHouse(t);
  const lin = await house.member("worker", "林晓禾", STAFF);
  const team = await givenTeam(lin, ["葛桂芳", "刘玉兰"], ["王奶奶"], { begunOn: addDays(lin.today, -30) });
  const { id: other } = await foundTeam(lin, aTeam(lin, { name: "西里暖邻队" }));
  const lead = await house.member("volunteer", "葛桂芳", ["teams.own", "hours.own"], team.members[0]!);
  const end = (over: object = {}) => closeTeam(lin, team.teamId, TeamEnd.parse({ closedOn: lin.today, reason: "too_few", ...over }));
  const ask = (over: object = {}) => askTeam(lin, team.teamId, NewRequest.parse({ elderId: team.elderIds[0], kind: "errand", words: "买米", wantedOn: addDays(lin.today, 2), wantedPart: "afternoon", ...over }));
  return { ...house, lin, lead, other, end, ask, ...team };
}

test("what is open is handed on or ended first; then the team closes, and keeps what was done", async () => {
  const { lin, lead, other, end, ask, teamId, elderIds, elders, members } = await givenHouse();
  const { id: done } = await ask({ wantedOn: lin.today });
  await stepRequest(lead, done, RequestStep.parse({ kind: "taken" }));
  await stepRequest(lead, done, RequestStep.parse({ kind: "done", minutes: 60 }));
  await ask();
  await planWeek(lead, teamId, addDays(lin.today, 7));
  await expect(end()).rejects.toMatchObject({ reason: "teams.still_open" });
  const shown = await showClosing(lin, teamId);
  expect([shown.elders.length, shown.requests.map(({ elderName }) => elderName), shown.turns.length > 0, shown.others]).toEqual([1, ["王奶奶"], true, [{ id: other, name: "西里暖邻队" }]]);
  await expect(showClosing(lead, teamId)).rejects.toMatchObject({ reason: "access.not_allowed" });

  await handOver(lin, teamId, { elderId: elderIds[0]!, toTeam: other });
  expect(await showTeam(lin, other)).toMatchObject({ elders: [{ elderName: "王奶奶", level: "weekly", kinds: ["company"] }], requests: [{ kind: "errand", words: "买米", state: "open" }] });
  expect(await endRota(lin, teamId)).toEqual({ ended: shown.turns.length });
  await expect(endRota(lin, teamId)).rejects.toMatchObject({ reason: "teams.no_turns" });
  await expect(end({ closedOn: addDays(lin.today, -31) })).rejects.toMatchObject({ reason: "teams.before_beginning" });
  await end();
  await expect(end()).rejects.toMatchObject({ reason: "teams.closed_already" });

  expect((await listHours(lin, { show: "pending" })).page.rows).toMatchObject([{ personId: members[0], minutes: 60 }]);
  expect((await showTeam(lin, teamId)).members).toHaveLength(2);
  expect((await teamsPanel(lin, { personId: members[0]! } as never, "zh"))?.lines[0]?.note).toContain("结束");
  expect((await teamsPanel(lin, { personId: elders[0]! } as never, "zh"))?.lines.map(({ text }) => text).toSorted()).toEqual(["暖心互助队", "西里暖邻队"].toSorted());
  expect(await lin.read((tx) => peopleOfTeam(tx, lin.actor.orgId, teamId))).toEqual([]);
});

test("a closed team is out of the lists and takes no change; it begins again with its members, and both days stay", async () => {
  const { lin, lead, other, end, teamId, elderIds, elders, memberIds } = await givenHouse();
  await handOver(lin, teamId, { elderId: elderIds[0]!, toTeam: other });
  await end({ reason: "other", words: "整条巷子要改造" });
  const names = async (state: "open" | "closed" | "all") => (await listTeams(lin, { state })).rows.map(({ name, closedOn }) => [name, closedOn]);
  expect([await names("open"), await names("closed"), (await names("all")).length]).toEqual([[["西里暖邻队", null]], [["暖心互助队", lin.today]], 2]);
  expect((await listTeams(lin)).rows).toHaveLength(1);
  expect((await listTeams(lead)).own).toEqual([]);
  await expect(addElder(lin, teamId, NewElder.parse({ personId: elders[0], level: "weekly" }))).rejects.toMatchObject({ reason: "teams.closed" });
  await expect(addMember(lin, teamId, NewMember.parse({ personId: elders[0], joinedOn: lin.today }))).rejects.toMatchObject({ reason: "teams.closed" });
  await expect(planWeek(lead, teamId, lin.today)).rejects.toMatchObject({ reason: "teams.closed" });
  await expect(handOver(lin, other, { elderId: (await showTeam(lin, other)).elders[0]!.id, toTeam: teamId })).rejects.toMatchObject({ reason: "teams.closed" });

  await reopenTeam(lin, teamId, { words: "巷子改造好了" });
  await expect(reopenTeam(lin, teamId, { words: "" })).rejects.toMatchObject({ reason: "teams.not_closed" });
  expect((await showTeam(lead, teamId)).members.map(({ id }) => id).toSorted()).toEqual([...memberIds].toSorted());
  expect((await listTeams(lead)).own).toMatchObject([{ teamId }]);
  expect((await planWeek(lead, teamId, addDays(lin.today, 7))).added).toBe(14);
  expect((await showWeek(lead, teamId, addDays(lin.today, 7))).shifts).toHaveLength(14);
  expect((await showClosing(lin, teamId)).events).toMatchObject([{ number: 1, kind: "closed", reason: "other", onDay: lin.today }, { number: 2, kind: "reopened", words: "巷子改造好了" }]);
});

test("of two who close at the same moment one closes it; another organisation's team does not exist", async () => {
  const { lin, other, end, teamId, elderIds } = await givenHouse();
  await handOver(lin, teamId, { elderId: elderIds[0]!, toTeam: other });
  const tries = await Promise.allSettled([end(), end(), end()]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const stranger = await (await givenPathHouse(t)).member("worker", "何静宜", STAFF);
  await expect(closeTeam(stranger, teamId, TeamEnd.parse({ closedOn: lin.today, reason: "merged" }))).rejects.toMatchObject({ reason: "teams.not_found" });
  await expect(reopenTeam(stranger, teamId, { words: "" })).rejects.toMatchObject({ reason: "teams.not_found" });
});
