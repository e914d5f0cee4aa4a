import { expect, test } from "vitest";
import type { Session } from "#platform/db/session.ts";
import { callerOf } from "#platform/testing/api-caller.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { givenHomebound, givenRoundOf, givenSegment, givenTeam } from "../testing.ts";
import { api } from "./index.ts";

const t = testDatabase();

const as = (session: Session | null) => callerOf(api, session);

test("segments, their figures, a round from one of them, its progress", async () => {
  const { supervisor } = await givenTeam(t);
  await givenHomebound(supervisor, 3);
  const id = await givenSegment(supervisor);
  const { get, post } = as(supervisor);
  expect(await (await get("/segments")).json()).toMatchObject({ rows: [{ id, persons: 3 }] });
  expect(await (await get(`/segments/${id}/count`)).json()).toMatchObject({ persons: 3, agesOn: "2026-11-22", places: [{ id: "none", count: 3 }] });
  const created = await post("/outreach/rounds", { name: "第一轮", segmentId: id, mode: "phone", opensOn: "2026-11-22", dueOn: "2026-12-31" });
  expect(created.status).toBe(201);
  const { id: roundId } = await created.json() as { id: string };
  expect(await (await get("/outreach/rounds")).json()).toMatchObject({ rows: [{ id: roundId, progress: { members: 3 } }], next: null });
  expect(await (await get(`/outreach/rounds/${roundId}`)).json()).toMatchObject({ progress: { open: 3, unassigned: 3 }, workers: [{ workerId: null, members: 3 }] });
  expect((await post("/outreach/rounds", { name: "第二轮", segmentId: id, mode: "phone", opensOn: "2026-11-22", dueOn: "2026-12-31" })).status).toBe(409);
});

test("an attempt answers with where somebody stands, refusals as problems", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const { post } = as(team.li);
  const logged = await post(`/outreach/rounds/${roundId}/attempts`, { personId, mode: "phone", outcome: "refused_for_good", onDay: "2026-11-20" });
  expect([logged.status, await logged.json()]).toMatchObject([201, { attemptCount: 1, endedAs: "refused", nextDueOn: null }]);
  const again = await post(`/outreach/rounds/${roundId}/attempts`, { personId, mode: "phone", outcome: "reached", onDay: "2026-11-21" });
  expect([again.status, await again.json()]).toMatchObject([409, { type: "/problems/attempt.refused_for_good" }]);
  expect((await post(`/outreach/rounds/${roundId}/attempts`, { personId, mode: "by dove", outcome: "reached", onDay: "2026-11-21" })).status).toBe(422);
});

test("a stranger is asked to sign in, the wrong role is refused, a colleague and another organisation find nothing", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const attempt = { personId, mode: "phone", outcome: "no_answer", onDay: "2026-11-20" };
  expect((await as(null).get("/segments")).status).toBe(401);
  expect((await as(team.li).post("/outreach/rounds", {})).status).toBe(403);
  expect((await as(team.wang).post(`/outreach/rounds/${roundId}/attempts`, attempt)).status).toBe(404);
  const other = await givenTeam(t);
  expect((await as(other.supervisor).post(`/outreach/rounds/${roundId}/attempts`, attempt)).status).toBe(404);
  expect((await as(other.supervisor).get(`/outreach/rounds/${roundId}`)).status).toBe(404);
});
