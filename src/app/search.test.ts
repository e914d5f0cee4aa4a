import { expect, test } from "vitest";
import { aSeries } from "#activities/testing.ts";
import { createSeries } from "#activities/index.ts";
import { givenGroup } from "#groups/testing.ts";
import { addDays } from "#kernel/calendar.ts";
import { PersonId } from "#kernel/ids.ts";
import { givenUnit } from "#places/testing.ts";
import { searchSources } from "#platform/search/search-sources.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenTeam } from "#teams/testing.ts";
import { givenProgramme, givenVolunteer, personOf } from "#volunteering/testing.ts";
import "./panels.ts";

const t = testDatabase();
const ALL = ["people.read", "people.write", "volunteers.read", "volunteers.manage", "activities.read", "activities.manage", "groups.work", "teams.own", "teams.work", "places.manage", "pathways.work", "matching.read"];

async function givenTown() {
  const keeper = sessionOf(anActor({ capabilities: ALL }), t);
  const { orgId } = keeper.actor;
  const programmeId = await givenProgramme(keeper);
  const volunteerId = await givenVolunteer(keeper, programmeId, "service_team", "向琪");
  const communityId = await givenUnit(keeper, { kind: "community", name: "东里" });
  await createSeries(keeper, aSeries({ communityId }, { name: "周三象棋", startsOn: addDays(keeper.today, 3) }));
  const { groupId } = await givenGroup(keeper, [], { name: "象棋小组" });
  const { teamId, members: [member] } = await givenTeam(keeper, ["纪桂芳"], [], { name: "象棋邻里队" });
  const other = sessionOf(anActor({ capabilities: ALL }), t);
  await givenTeam(other, ["外人"], [], { name: "象棋外队" });
  const as = (capabilities: string[], more: Partial<Parameters<typeof anActor>[0]> = {}) => sessionOf(anActor({ orgId, capabilities, ...more }), t);
  return { keeper, as, volunteerId, groupId, teamId, member: member!, personId: await personOf(keeper, volunteerId) };
}

const look = async (session: Parameters<typeof searchSources.load>[0], q: string, limit = 5) => Object.fromEntries((await searchSources.load(session, { q, limit }, "zh")).map(({ key, lines }) => [key, lines.map(({ title }) => title)]));

test.each(["象棋", "xiangq"])("everything of a name is found, each under its own heading: %s", async (q) => {
  const { keeper, groupId, teamId } = await givenTown();
  expect(await look(keeper, q)).toEqual({ ...(q === "xiangq" && { people: ["向琪"], volunteers: ["向琪"] }), activities: ["周三象棋"], groups: ["象棋小组"], teams: ["象棋邻里队"] });
  const groups = await searchSources.load(keeper, { q: "象棋", limit: 5 }, "zh");
  expect(groups.map(({ lines: [line] }) => line?.to)).toEqual([expect.stringMatching(/^\/activities\/series\//), `/groups/${groupId}`, `/teams/${teamId}`]);
});

test("a volunteer is found as a person and as a volunteer, with programme and standing", async () => {
  const { keeper, volunteerId, personId } = await givenTown();
  const found = await searchSources.load(keeper, { q: "向琪", limit: 5 }, "zh");
  expect(found).toMatchObject([{ key: "people", lines: [{ to: `/people/${personId}` }] }, { key: "volunteers", lines: [{ to: `/volunteers/${volunteerId}`, detail: expect.stringContaining("服务队") }] }]);
});

test("whoever may not look has no row and no number: a role without the right, a first factor alone, another worker's group, a member's other teams", async () => {
  const { as, member } = await givenTown();
  expect(await look(as(["today.read"]), "xiangqi")).toEqual({});
  expect(await look(as(ALL, { strong: false }), "xiangqi")).toEqual({});
  expect(await look(as(["volunteers.read"]), "xiangqi")).toEqual({ volunteers: ["向琪"] });
  expect(await look(as(["activities.read"]), "xiangqi")).toEqual({ activities: ["周三象棋"] });
  expect(await look(as(["groups.work"]), "xiangqi")).toEqual({});
  expect(await look(as(["groups.work", "cases.supervise"]), "xiangqi")).toEqual({ groups: ["象棋小组"] });
  expect(await look(as(["teams.own"]), "xiangqi")).toEqual({});
  expect(await look(as(["teams.own"], { personId: PersonId.parse(member), strong: false }), "xiangqi")).toEqual({ teams: ["象棋邻里队"] });
});

test("one kind alone, and whether there are more than are shown", async () => {
  const { keeper } = await givenTown();
  await givenTeam(keeper, [], [], { name: "象棋二队" });
  expect(await searchSources.load(keeper, { q: "xq", limit: 1 }, "zh", "teams")).toMatchObject([{ key: "teams", more: true, lines: [{}] }]);
  expect(await searchSources.load(keeper, { q: "  ", limit: 1 }, "zh")).toEqual([]);
});
