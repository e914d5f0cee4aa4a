import { expect, test } from "vitest";
import { testDatabase } from "#platform/testing/database.ts";
import { anAttempt, givenRound, givenRoundOf, givenTeam } from "../../testing.ts";
import { countRoundProgress } from "../rounds/count-round-progress.ts";
import { listDuePeople } from "../rounds/list-due-people.ts";
import { liftRefusal } from "./lift-refusal.ts";
import { logAttempt } from "./log-attempt.ts";
import { showMember } from "./show-member.ts";

const t = testDatabase();

test("an attempt is kept, the next day is worked out, and the due list follows", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [first, second] } = await givenRoundOf(team, team.li, 2);
  expect(await listDuePeople(team.li)).toMatchObject({ due: 2, overdue: 2 });
  expect(await logAttempt(team.li, anAttempt(roundId, first!))).toMatchObject({ attemptCount: 1, nextDueOn: "2026-11-22", endedAs: null });
  await logAttempt(team.li, anAttempt(roundId, second!, { outcome: "appointment", nextDueOn: "2026-11-25" }));
  expect(await listDuePeople(team.li)).toMatchObject({ due: 1, overdue: 0, rows: [{ personId: first, name: "居民1", overdueDays: 0, lastOutcome: "no_answer" }] });
  expect((await listDuePeople(team.li, { aheadDays: 7 })).rows.map(({ personId }) => personId)).toEqual([first, second]);
});

test("reached of all: the figures of a round add up to its members", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds } = await givenRoundOf(team, team.li, 7);
  const outcomes = ["reached", "reached", "refused_for_good", "moved", "deceased", "no_answer"] as const;
  for (const [index, outcome] of outcomes.entries()) await logAttempt(team.li, anAttempt(roundId, personIds[index]!, { outcome }));
  const { progress } = await countRoundProgress(team.supervisor, roundId);
  expect(progress).toMatchObject({ members: 7, reached: 2, refused: 1, moved: 1, deceased: 1, notReached: 0, open: 2, attempts: 6 });
});

test("a refusal for good is a row, and nobody may call again", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await logAttempt(team.li, anAttempt(roundId, personId!, { outcome: "refused_for_good", talkedTo: "carer", note: "不要再打来" }));
  await expect(logAttempt(team.li, anAttempt(roundId, personId!))).rejects.toMatchObject({ reason: "attempt.refused_for_good" });
  expect((await showMember(team.li, { roundId, personId: personId! })).refusals).toMatchObject([{ scope: "for_good", saidBy: "carer", words: "不要再打来", untilOn: null, liftedOn: null }]);
  await expect(givenRound(team.supervisor)).rejects.toMatchObject({ reason: "round.nobody" });
});

test("who changes their mind is asked again, and the refusal stays to be seen", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await logAttempt(team.li, anAttempt(roundId, personId!, { outcome: "refused_for_good" }));
  const { refusals: [refusal] } = await showMember(team.li, { roundId, personId: personId! });
  await expect(liftRefusal(team.li, { refusalId: refusal!.id, reason: "自己打来的" })).rejects.toMatchObject({ kind: "forbidden" });
  await liftRefusal(team.supervisor, { refusalId: refusal!.id, reason: "自己打来的" });
  await expect(liftRefusal(team.supervisor, { refusalId: refusal!.id, reason: "再来一次" })).rejects.toMatchObject({ reason: "outreach.refusal_lifted" });
  expect((await showMember(team.li, { roundId, personId: personId! })).refusals).toMatchObject([{ liftedOn: "2026-11-22", liftedReason: "自己打来的" }]);
  expect((await countRoundProgress(team.supervisor, await givenRound(team.supervisor))).progress.members).toBe(1);
});

test("a refusal noted by mistake goes with the attempt that is corrected; both stay to be read", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await logAttempt(team.li, anAttempt(roundId, personId!, { outcome: "refused_for_good" }));
  expect(await logAttempt(team.li, anAttempt(roundId, personId!, { outcome: "no_answer", corrects: 1 }))).toMatchObject({ attemptCount: 1, endedAs: null, nextDueOn: "2026-11-22" });
  const file = await showMember(team.li, { roundId, personId: personId! });
  expect(file.attempts.map(({ outcome, corrects }) => [outcome, corrects])).toEqual([["refused_for_good", null], ["no_answer", 1]]);
  expect(file.refusals).toMatchObject([{ liftedReason: "corrected" }]);
});

test("sent twice with one key, it is logged once", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const { sessionOf } = await import("#platform/testing/database.ts");
  const phone = sessionOf(team.li.actor, t, { key: "the-same-form" });
  const first = await logAttempt(phone, anAttempt(roundId, personId!));
  expect(await logAttempt(sessionOf(team.li.actor, t, { key: "the-same-form" }), anAttempt(roundId, personId!))).toEqual(first);
  expect((await showMember(team.li, { roundId, personId: personId! })).attempts).toHaveLength(1);
});

test("two attempts at once are both kept, with their own numbers", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await Promise.all([team.li, team.supervisor].map((session) => logAttempt(session, anAttempt(roundId, personId!))));
  expect((await showMember(team.li, { roundId, personId: personId! })).attempts.map(({ number }) => number)).toEqual([1, 2]);
});

test("a wrong field comes back with its reason", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  await expect(logAttempt(team.li, anAttempt(roundId, personId!, { outcome: "appointment" }))).rejects.toMatchObject({ kind: "invalid_input", fields: [{ field: "nextDueOn", reason: "attempt.day_missing" }] });
});

test("a colleague without people of their own, and another organisation, do not learn that the member exists", async () => {
  const team = await givenTeam(t);
  const { roundId, personIds: [personId] } = await givenRoundOf(team, team.li, 1);
  const { supervisor: stranger } = await givenTeam(t);
  for (const session of [team.wang, stranger]) {
    await expect(logAttempt(session, anAttempt(roundId, personId!))).rejects.toMatchObject({ reason: "outreach.member_not_found" });
    await expect(showMember(session, { roundId, personId: personId! })).rejects.toMatchObject({ reason: "outreach.member_not_found" });
  }
});
