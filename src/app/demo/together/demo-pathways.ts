import { addWalkIn, createSeries } from "../../../activities/index.ts";
import { addDays } from "../../../kernel/calendar.ts";
import { invitePerson, stepInvitation } from "../../../pathways/index.ts";
import { listPersonRows } from "../../../people/index.ts";
import type { Cast } from "../demo-cast.ts";

type Said = Parameters<typeof stepInvitation>[2];
const WEEKS = 7;
/** From this week on he no longer only plays: he sets up the boards. */
const HELPS_FROM = 3;

/** The young man of the first case: he comes to play chess, is asked, helps, sets the dates, and leads; others are somewhere on the way. */
export async function seedPathways(cast: Cast, himself: string): Promise<void> {
  const worker = await cast.as("worker");
  const others = (await worker.read((tx) => listPersonRows(tx, cast.orgId, {}, worker.today, { limit: 36 }))).rows.map(({ id }) => id).filter((id) => id !== himself).slice(10, 20);
  await seedChess(cast, himself, others);
  await climb(cast, himself, { step: "helping", what: "每周三摆棋盘、教新来的人" }, 31, "我反正每次都来得早");
  await climb(cast, himself, { step: "organising", what: "排象棋小组的日程和对局表" }, 20, "可以试试，先排一个月");
  await climb(cast, himself, { step: "leading", what: "带象棋小组" }, 9, "大家愿意的话，我愿意");
  const asked = await cast.as("coordinator", 2);
  if (others[1]) await invitePerson(asked, others[1], { step: "helping", what: "合唱时帮着发歌谱" });
  if (others[3]) {
    const { id } = await invitePerson(asked, others[3], { step: "helping", what: "给新来的人倒茶、介绍" });
    await stepInvitation(await cast.as("coordinator", 1), id, { kind: "not_now", askAgainOn: addDays(worker.today, 40), words: "家里老人刚出院" });
  }
}

async function seedChess(cast: Cast, himself: string, others: readonly string[]): Promise<void> {
  const begin = await cast.as("worker", 7 * WEEKS + 1);
  const { sessionIds } = await createSeries(begin, {
    name: "象棋下午", summary: "会下的来下，不会下的有人教。", kind: "other", startsOn: addDays(begin.today, 1), rule: `FREQ=WEEKLY;COUNT=${WEEKS}`, fromMinute: 840, untilMinute: 960, placeId: null, placeWords: "活动室一楼",
    participants: 20, volunteers: 6, companions: 4, openTo: "staff", admission: "direct", closesHours: 0, rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] },
  });
  for (const [week, sessionId] of sessionIds.entries()) {
    const door = await cast.as("worker", 7 * (WEEKS - week));
    await addWalkIn(door, { sessionId, personId: himself, role: week < HELPS_FROM ? "participant" : "volunteer" });
    for (const [index, personId] of others.entries()) if ((index + week) % 3 !== 2) await addWalkIn(door, { sessionId, personId, role: index % 4 === 0 && week > 3 + index / 4 ? "volunteer" : "participant" });
  }
}

/** Asked, willing, agreed to by his worker and a supervisor because he has an open case, begun. */
async function climb(cast: Cast, personId: string, asked: Parameters<typeof invitePerson>[2], daysAgo: number, words: string): Promise<void> {
  const { id } = await invitePerson(await cast.as("coordinator", daysAgo), personId, asked);
  const say = async (role: "worker" | "supervisor" | "coordinator", later: number, said: Said) => stepInvitation(await cast.as(role, daysAgo - later), id, said);
  await say("coordinator", 0, { kind: "yes", words });
  await say("worker", 1, { kind: "agreed", party: "worker", words: "他说起下棋，话就多了" });
  await say("supervisor", 1, { kind: "agreed", party: "supervisor", words: "先做一个月，再谈一次" });
  await say("coordinator", 2, { kind: "begun", words: "" });
}
