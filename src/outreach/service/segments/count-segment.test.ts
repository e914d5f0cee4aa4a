import { expect, test } from "vitest";
import { givenPersons } from "#people/testing.ts";
import { givenStreet, givenUnit } from "#places/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { anAttempt, givenHomebound, givenRoundOf, givenSegment, givenTeam, HOMEBOUND } from "../../testing.ts";
import { logAttempt } from "../members/log-attempt.ts";
import { countSegment } from "./count-segment.ts";
import { listSegmentMembers } from "./list-segment-members.ts";
import { peopleOfSegment, segmentNames } from "./people-of-segment.ts";

const t = testDatabase();

test("counted by community and lane, the fullest first, empty communities shown", async () => {
  const { supervisor } = await givenTeam(t);
  const { communityIds } = await givenStreet(supervisor, ["金沙社区", "青松社区", "水岸社区"]);
  const laneId = await givenUnit(supervisor, { kind: "lane", name: "一巷", parentId: communityIds["青松社区"]! });
  await givenHomebound(supervisor, 1, { communityId: communityIds["金沙社区"]! });
  await givenPersons(supervisor, [1, 2].map((index) => ({ name: `青松${index}`, birthOn: "2000-01-01", communityId: communityIds["青松社区"]!, laneId, situations: [{ kind: "long_at_home" as const, value: "yes" }] })));
  await givenHomebound(supervisor, 1);
  const { persons, places } = await countSegment(supervisor, HOMEBOUND);
  expect(persons).toBe(4);
  expect(places.map(({ name, count, lanes }) => [name, count, lanes.map((lane) => [lane.name, lane.count])])).toEqual(
    [["青松社区", 2, [["一巷", 2]]], ["金沙社区", 1, []], ["水岸社区", 0, []], [null, 1, []]]);
});

test("ages are counted on the day the segment names, and that day is told", async () => {
  const { supervisor } = await givenTeam(t);
  const home = [{ kind: "long_at_home" as const, value: "yes" }];
  await givenPersons(supervisor, [{ name: "十六岁", birthOn: "2005-06-30", situations: home }, { name: "十五岁", birthOn: "2005-07-01", situations: home }, { name: "四十五岁", birthOn: "1975-07-01", situations: home }]);
  const then = await countSegment(supervisor, { longAtHome: true, age: { fromYears: 16, toYears: 45, countedOn: { kind: "fixed", on: "2021-06-30" } } });
  expect(then).toMatchObject({ persons: 2, agesOn: "2021-06-30" });
  expect(await countSegment(supervisor, HOMEBOUND)).toMatchObject({ persons: 2, agesOn: "2026-11-22" });
});

test("the deceased are in no segment", async () => {
  const { supervisor } = await givenTeam(t);
  await givenPersons(supervisor, [{ name: "某人", birthOn: "2000-01-01", deceasedOn: "2026-01-01", situations: [{ kind: "long_at_home", value: "yes" }] }]);
  expect((await countSegment(supervisor, HOMEBOUND)).persons).toBe(0);
});

test("who was reached lately is left out, who was reached long ago is not", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds } = await givenRoundOf(team, team.li);
  await logAttempt(team.li, anAttempt(roundId, personIds[0]!, { outcome: "reached", onDay: "2026-11-12" }));
  await logAttempt(team.li, anAttempt(roundId, personIds[1]!, { outcome: "no_answer", onDay: "2026-11-20" }));
  expect((await countSegment(team.supervisor, { ...HOMEBOUND, notReachedDays: 30 })).persons).toBe(2);
  expect((await countSegment(team.supervisor, { ...HOMEBOUND, notReachedDays: 5 })).persons).toBe(3);
  await logAttempt(team.li, anAttempt(roundId, personIds[0]!, { corrects: 1, onDay: "2026-11-12" }));
  expect((await countSegment(team.supervisor, { ...HOMEBOUND, notReachedDays: 30 })).persons).toBe(3);
});

test("the people of a segment are listed by name, page by page, and the reading is noted", async () => {
  const { supervisor, orgId } = await givenTeam(t);
  await givenHomebound(supervisor, 3);
  const id = await givenSegment(supervisor);
  const first = await listSegmentMembers(supervisor, id, { limit: 2 });
  const second = await listSegmentMembers(supervisor, id, { limit: 2, after: first.next });
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(["居民1", "居民2", "居民3"]);
  expect(second.next).toBeNull();
  const { rows } = await t.owner.query("select 1 from audit.entries where org_id = $1 and action = 'segment.members_read'", [orgId]);
  expect(rows).toHaveLength(2);
});

test("wrong role, and another organisation's people are not counted", async () => {
  const { supervisor, li } = await givenTeam(t);
  await givenHomebound(supervisor, 2);
  const id = await givenSegment(supervisor);
  const clerk = { ...li, actor: { ...li.actor, capabilities: new Set(["outreach.work"]) } };
  await expect(listSegmentMembers(clerk, id)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(countSegment({ ...li, actor: { ...li.actor, capabilities: new Set(["people.read"]) } }, {})).rejects.toMatchObject({ kind: "forbidden" });
  expect((await countSegment((await givenTeam(t)).supervisor, HOMEBOUND)).persons).toBe(0);
});

test("everybody of a segment, for those who write to them", async () => {
  const { supervisor, orgId } = await givenTeam(t);
  const people = await givenHomebound(supervisor, 2);
  const id = await givenSegment(supervisor);
  await supervisor.read(async (tx) => {
    expect(await segmentNames(tx, orgId)).toMatchObject([{ id, name: "长期居家，16–45 岁" }]);
    expect(new Set(await peopleOfSegment(tx, orgId, id, supervisor.today))).toEqual(new Set(people));
    expect(await peopleOfSegment(tx, orgId, crypto.randomUUID(), supervisor.today)).toBeUndefined();
  });
});
