import { expect, test } from "vitest";
import { recordConsents } from "#people/index.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { anAttempt, givenHomebound, givenRound, givenRoundOf, givenSegment, givenTeam } from "../../testing.ts";
import { logAttempt } from "../members/log-attempt.ts";
import { closeRound } from "./close-round.ts";
import { countRoundProgress } from "./count-round-progress.ts";
import { createRound } from "./create-round.ts";
import { listRoundMembers } from "./list-round-members.ts";
import { listRounds } from "./list-rounds.ts";

const t = testDatabase();

test("a round holds the people of its segment on that day, due from its opening", async () => {
  const { supervisor } = await givenTeam(t);
  await givenHomebound(supervisor, 3);
  const roundId = await givenRound(supervisor);
  await givenHomebound(supervisor, 2);
  const { rows } = await listRoundMembers(supervisor, roundId, {});
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({ joinedAs: "segment", nextDueOn: "2026-11-01", workerId: null, attemptCount: 0 });
  expect((await listRounds(supervisor)).rows).toMatchObject([{ id: roundId, agesOn: "2026-11-22", leftOut: {}, progress: { members: 3, open: 3, unassigned: 3, reached: 0 } }]);
});

test("who refused, for good or for now, does not agree to be contacted, or is being asked, is left out and counted", async () => {
  const team = await givenTeam(t);
  const { supervisor, li } = team;
  const { roundId, personIds } = await givenRoundOf(team, li, 5);
  await logAttempt(li, anAttempt(roundId, personIds[0]!, { outcome: "refused_for_good" }));
  await logAttempt(li, anAttempt(roundId, personIds[1]!, { outcome: "refused_for_now" }));
  await logAttempt(li, anAttempt(roundId, personIds[2]!, { outcome: "reached" }));
  await supervisor.write("consent", null, (tx) => recordConsents(supervisor, tx, [{ personId: personIds[2]!, purpose: "contact", state: "refused", capacity: "self", fromOn: "2026-11-20", channel: "phone" }]));
  await logAttempt(li, anAttempt(roundId, personIds[3]!, { outcome: "reached" }));
  const second = await givenRound(supervisor, { name: "第二轮" });
  const { round, progress } = await countRoundProgress(supervisor, second);
  expect(round.leftOut).toEqual({ refused: 1, refused_for_now: 1, no_contact: 1, in_other_round: 1 });
  expect(progress.members).toBe(1);
});

test("when everybody is left out there is no round", async () => {
  const team = await givenTeam(t);
  await givenRoundOf(team, team.li);
  await expect(givenRound(team.supervisor)).rejects.toMatchObject({ reason: "round.nobody" });
});

test("a round due before it opens is refused", async () => {
  const { supervisor } = await givenTeam(t);
  await givenHomebound(supervisor, 1);
  await expect(givenRound(supervisor, { dueOn: "2026-10-01" })).rejects.toMatchObject({ reason: "round.due_before_opening" });
});

test("closing ends whoever was not done; they stay countable, and may be asked again", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds } = await givenRoundOf(team, team.li);
  await logAttempt(team.li, anAttempt(roundId, personIds[0]!, { outcome: "reached" }));
  expect(await closeRound(team.supervisor, { roundId, reason: "做完了" })).toEqual({ ended: 2 });
  expect((await countRoundProgress(team.supervisor, roundId)).progress).toMatchObject({ members: 3, reached: 1, notReached: 2, open: 0 });
  await expect(closeRound(team.supervisor, { roundId, reason: "再关一次" })).rejects.toMatchObject({ reason: "round.closed" });
  await expect(logAttempt(team.li, anAttempt(roundId, personIds[1]!))).rejects.toMatchObject({ reason: "attempt.round_closed" });
  expect((await countRoundProgress(team.supervisor, await givenRound(team.supervisor))).progress.members).toBe(3);
});

test("wrong role and another organisation", async () => {
  const { supervisor, li } = await givenTeam(t);
  await givenHomebound(supervisor, 2);
  const segmentId = await givenSegment(supervisor);
  const input = { name: "甲", segmentId, mode: "phone", opensOn: "2026-11-01", dueOn: "2026-12-01" } as const;
  await expect(createRound(li, input)).rejects.toMatchObject({ kind: "forbidden" });
  const roundId = await givenRound(supervisor, { segmentId });
  await expect(closeRound(li, { roundId, reason: "甲" })).rejects.toMatchObject({ kind: "forbidden" });
  const { supervisor: stranger } = await givenTeam(t);
  await expect(createRound(stranger, input)).rejects.toMatchObject({ reason: "segment.not_found" });
  await expect(closeRound(stranger, { roundId, reason: "甲" })).rejects.toMatchObject({ reason: "round.not_found" });
  await expect(countRoundProgress(stranger, roundId)).rejects.toMatchObject({ reason: "round.not_found" });
  expect((await listRoundMembers(stranger, roundId, {})).rows).toEqual([]);
  expect((await listRounds(stranger)).rows).toEqual([]);
});
