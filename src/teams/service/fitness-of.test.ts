import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { givenPathHouse } from "#pathways/testing.ts";
import { givenProgramme, givenServing, givenVolunteer, personOf } from "#volunteering/testing.ts";
import { NewMember, NewRequest, RequestStep } from "../model/forms.ts";
import { givenTeam } from "../testing.ts";
import { addMember } from "./people/add-member.ts";
import { askTeam } from "./requests/ask-team.ts";
import { stepRequest } from "./requests/step-request.ts";
import { giveShift } from "./rota/give-shift.ts";
import { planWeek } from "./rota/plan-week.ts";
import { showWeek } from "./rota/show-week.ts";
import { showTeam } from "./show-team.ts";

const t = testDatabase();
const STAFF = ["people.read", "people.write", "teams.own", "teams.work", "cases.work", "encounters.write", "hours.read", "hours.confirm", "pathways.read", "pathways.work", "volunteers.read", "volunteers.manage"];

/** A team with one neighbour, one who serves in a programme, one who only signed up, and one placed in the service team without the agreement. */
async function givenHouse() {
  const house = await givenPathHouse(t);
  const lin = await house.member("worker", "林晓禾", STAFF);
  const team = await givenTeam(lin, ["葛桂芳"], ["王奶奶"]);
  const programmeId = await givenProgramme(lin);
  const volunteers = { begun: await givenVolunteer(lin, programmeId, "applicant", "张国栋"), barred: await givenVolunteer(lin, programmeId, "service_team", "赵德胜") };
  const persons = { fit: await givenServing(lin, programmeId, "刘玉兰"), begun: await personOf(lin, volunteers.begun), barred: await personOf(lin, volunteers.barred) };
  const ids: Record<string, string> = { none: team.memberIds[0]! };
  for (const [key, personId] of Object.entries(persons)) ids[key] = (await addMember(lin, team.teamId, NewMember.parse({ personId, joinedOn: lin.today }))).id;
  return { lin, ...team, ids, volunteers, lead: await house.member("volunteer", "葛桂芳", ["teams.own", "hours.own"], team.members[0]!) };
}

test("a team's page says who may not serve today, why, and where to put it right; members see no reasons", async () => {
  const { lin, lead, teamId, ids, volunteers } = await givenHouse();
  const { members } = await showTeam(lin, teamId);
  expect(Object.fromEntries(members.map(({ id, fitness }) => [id, fitness]))).toEqual({ [ids["none"]!]: "none", [ids["fit"]!]: "fit", [ids["begun"]!]: "begun", [ids["barred"]!]: "barred" });
  const [standing] = members.find(({ id }) => id === ids["barred"])!.standings;
  expect(standing).toMatchObject({ volunteerId: volunteers.barred, status: "service_team", mayServe: false });
  expect(standing!.lacking.map(({ kind }) => kind)).toContain("agreement");
  expect((await showTeam(lead, teamId)).members.flatMap(({ standings }) => standings)).toEqual([]);
});

test("the rota leaves out whom the policy bars, marks who only began, and refuses a turn and a request to who may not serve", async () => {
  const { lin, teamId, ids, elderIds } = await givenHouse();
  const day = addDays(lin.today, 7);
  await planWeek(lin, teamId, day);
  const week = await showWeek(lin, teamId, day);
  expect(week.shifts).toHaveLength(14);
  expect(week.shifts.some(({ memberId }) => memberId === ids["barred"])).toBe(false);
  const marked = new Set(week.doubtful.map(({ shiftId }) => shiftId));
  for (const { id, memberId } of week.shifts) expect(marked.has(id)).toBe(memberId === ids["begun"]);
  const other = week.shifts.find(({ memberId }) => memberId === ids["none"])!;
  await expect(giveShift(lin, teamId, { shiftId: other.id, memberId: ids["barred"]! })).rejects.toMatchObject({ reason: "teams.may_not_serve" });
  const { id } = await askTeam(lin, teamId, NewRequest.parse({ elderId: elderIds[0], kind: "company", wantedOn: lin.today, wantedPart: "evening" }));
  await expect(stepRequest(lin, id, RequestStep.parse({ kind: "taken", memberId: ids["barred"] }))).rejects.toMatchObject({ reason: "teams.may_not_serve" });
  await stepRequest(lin, id, RequestStep.parse({ kind: "taken", memberId: ids["begun"] }));
});
