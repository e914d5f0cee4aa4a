import { expect, test } from "vitest";
import { givenStreet } from "#places/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { AssignChoice, type RoundId } from "../../model/round/round.ts";
import { anAttempt, givenHomebound, givenRound, givenTeam, type Team } from "../../testing.ts";
import { logAttempt } from "../members/log-attempt.ts";
import { assignMembers, previewAssignment } from "./assign-members.ts";
import { countRoundProgress } from "./count-round-progress.ts";
import { listDuePeople } from "./list-due-people.ts";
import { listRoundMembers } from "./list-round-members.ts";
import { listWorkers } from "./list-workers.ts";
import { reassignMembers } from "./reassign-members.ts";

const t = testDatabase();

async function givenTwoCommunities(): Promise<Team & { roundId: RoundId; jinsha: string; qingsong: string }> {
  const team = await givenTeam(t);
  const { communityIds } = await givenStreet(team.supervisor, ["金沙社区", "青松社区"]);
  const [jinsha, qingsong] = [communityIds["金沙社区"]!, communityIds["青松社区"]!];
  await givenHomebound(team.supervisor, 3, { communityId: jinsha });
  await givenHomebound(team.supervisor, 2, { communityId: qingsong });
  return { ...team, jinsha, qingsong, roundId: await givenRound(team.supervisor) };
}

const choose = (roundId: string, { li, wang }: Team, over: object = {}) => AssignChoice.parse({ roundId, how: "evenly", workerIds: [li.actor.accountId, wang.actor.accountId], ...over });

test("the preview says what the assignment then does", async () => {
  const team = await givenTwoCommunities();
  const preview = await previewAssignment(team.supervisor, choose(team.roundId, team));
  expect(preview).toMatchObject({ members: 5, left: 0 });
  expect(preview.workers.map(({ given }) => given).toSorted()).toEqual([2, 3]);
  expect((await listRoundMembers(team.supervisor, team.roundId, { state: "unassigned" })).rows).toHaveLength(5);
  expect(await assignMembers(team.supervisor, choose(team.roundId, team))).toEqual({ given: 5, left: 0 });
  const { workers } = await countRoundProgress(team.supervisor, team.roundId);
  expect(new Map(workers.map(({ workerName, members }) => [workerName, members]))).toEqual(new Map(preview.workers.map(({ name, given }) => [name, given])));
});

test("by community a community stays with one worker", async () => {
  const team = await givenTwoCommunities();
  await assignMembers(team.supervisor, choose(team.roundId, team, { how: "community" }));
  const { rows } = await listRoundMembers(team.supervisor, team.roundId, {});
  for (const community of [team.jinsha, team.qingsong]) expect(new Set(rows.filter(({ communityId }) => communityId === community).map(({ workerId }) => workerId)).size).toBe(1);
});

test("by hand, and the rest stays with nobody", async () => {
  const team = await givenTwoCommunities();
  const choice = choose(team.roundId, team, { how: "hand", workerIds: [], byCommunity: { [team.jinsha]: team.li.actor.accountId } });
  expect(await assignMembers(team.supervisor, choice)).toEqual({ given: 3, left: 2 });
  expect((await listRoundMembers(team.li, team.roundId, {})).rows).toHaveLength(3);
  expect((await listRoundMembers(team.wang, team.roundId, {})).rows).toHaveLength(0);
});

test("sharing out anew moves those who are not done, and the history stays", async () => {
  const team = await givenTwoCommunities();
  await assignMembers(team.supervisor, choose(team.roundId, team, { workerIds: [team.li.actor.accountId] }));
  const [first] = (await listRoundMembers(team.li, team.roundId, {})).rows;
  await logAttempt(team.li, anAttempt(team.roundId, first!.personId, { outcome: "reached" }));
  await assignMembers(team.supervisor, choose(team.roundId, team, { whom: "all", workerIds: [team.wang.actor.accountId] }));
  expect((await listRoundMembers(team.li, team.roundId, {})).rows.map(({ personId }) => personId)).toEqual([first!.personId]);
  const { rows } = await t.owner.query("select 1 from outreach.assignments where round_id = $1", [team.roundId]);
  expect(rows).toHaveLength(9);
});

test("one person is handed over, e.g. when a worker falls ill, and the due list follows", async () => {
  const team = await givenTwoCommunities();
  await assignMembers(team.supervisor, choose(team.roundId, team, { workerIds: [team.li.actor.accountId] }));
  const [first] = (await listDuePeople(team.li)).rows;
  await reassignMembers(team.supervisor, { roundId: team.roundId, personIds: [first!.personId as never], workerId: team.wang.actor.accountId });
  expect((await listDuePeople(team.wang)).rows.map(({ personId }) => personId)).toEqual([first!.personId]);
  expect(await listDuePeople(team.li)).toMatchObject({ due: 4, overdue: 4 });
});

test("two who assign at once do not deadlock, and everybody ends with one worker", async () => {
  const team = await givenTwoCommunities();
  const both = await Promise.allSettled([team.li, team.wang].map((worker) => assignMembers(team.supervisor, choose(team.roundId, team, { workerIds: [worker.actor.accountId] }))));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await countRoundProgress(team.supervisor, team.roundId)).progress.unassigned).toBe(0);
});

test("only colleagues whose role does outreach can be given people", async () => {
  const team = await givenTwoCommunities();
  expect((await listWorkers(team.supervisor)).map(({ name }) => name).toSorted()).toEqual(["何静", "李敏", "王强"].toSorted());
  const { li: stranger } = await givenTeam(t);
  await expect(assignMembers(team.supervisor, choose(team.roundId, team, { workerIds: [stranger.actor.accountId] }))).rejects.toMatchObject({ reason: "round.worker_unknown" });
  await expect(assignMembers(team.supervisor, choose(team.roundId, team, { workerIds: [] }))).rejects.toMatchObject({ reason: "round.no_workers" });
});

test("wrong role and another organisation", async () => {
  const team = await givenTwoCommunities();
  await expect(assignMembers(team.li, choose(team.roundId, team))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(previewAssignment(team.li, choose(team.roundId, team))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listDuePeople(team.li, { whose: "all" })).rejects.toMatchObject({ kind: "forbidden" });
  const other = await givenTeam(t);
  await expect(assignMembers(other.supervisor, choose(team.roundId, other))).rejects.toMatchObject({ reason: "round.not_found" });
  expect((await listDuePeople(other.supervisor, { whose: "all" })).rows).toEqual([]);
});
