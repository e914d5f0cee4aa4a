import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { anAttempt, givenRoundOf, givenTeam } from "../../testing.ts";
import { logAttempt } from "../members/log-attempt.ts";
import { listDueAttempts } from "./list-due-attempts.ts";

const t = testDatabase();

test("mine and due by today, with the way to each; whoever does no outreach has none", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [first, second] } = await givenRoundOf(team, team.li, 2);
  await logAttempt(team.li, anAttempt(roundId, second!, { onDay: "2026-11-22" }));
  expect(await listDueAttempts(team.li)).toEqual([{ name: "居民1", birthOn: "1990-03-01", dueOn: "2026-11-01", roundName: "第一轮电话访问", link: `/outreach/rounds/${roundId}/people/${first}` }]);
  expect(await listDueAttempts(team.wang)).toEqual([]);
  expect(await listDueAttempts(sessionOf(anActor({ orgId: team.orgId, capabilities: ["visits.own"] }), t))).toEqual([]);
});
