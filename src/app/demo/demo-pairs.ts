import { addDays } from "../../kernel/calendar.ts";
import { beginRound, computeRun, decidePair, noteTalk, readPairs, saveWish, showRound, stepPair } from "../../matching/index.ts";
import { personCards, setInterests, setLanguages } from "../../people/index.ts";
import { logVisit } from "../../visits/index.ts";
import type { Cast } from "./demo-cast.ts";

const INTERESTS = ["篮球", "音乐", "棋类", "看电影", "做饭", "摄影", "散步", "绘画", "电子游戏", "手工"];
const SAFETY = ["坐轮椅，电梯在北门，先打电话再上楼。", "听力不好，请正对着他慢慢说。", "", "不喜欢被拍肩膀，先打招呼。"];
const DONE = ["在楼下打了半小时球，他约我下周去菜场。", "一起下了三盘棋，他赢了两盘。", "去公园走了一圈，晒了太阳。", "听了他喜欢的歌，聊了很久。", "一起做了番茄炒蛋。", "去社区活动室看了电影。"];
const PAIRED_DAYS_AGO = 28;
const TALKED_DAYS_AGO = 14;

/** Sixteen residents who wish for a friend, one round, fifteen pairs, and four weeks of meetings. One pair has gone quiet. */
export async function seedPairs(cast: Cast, programmeId: string, wishing: readonly string[]): Promise<void> {
  for (const [index, personId] of wishing.entries()) await seedWish(cast, programmeId, personId, index);
  const organiser = await cast.as("coordinator", PAIRED_DAYS_AGO + 4);
  const { id: roundId } = await beginRound(organiser, { programmeId, startOn: organiser.today });
  await computeRun(organiser, { roundId, jobId: crypto.randomUUID() });
  const { run } = await showRound(organiser, roundId);
  for (const [index, { residentId, helperId }] of (run?.proposals ?? []).entries()) {
    const { pairId } = await decidePair(organiser, { roundId, residentId, helperId, kind: "accept" });
    await bringTogether(cast, pairId!);
    await seedVisits(cast, pairId!, index);
    if (index % 3 === 0) await seedTalks(cast, pairId!, index);
  }
  const [first] = await organiser.read((tx) => readPairs(tx, cast.orgId, { states: ["asked", "accepted", "introduced", "active"] }, organiser.today));
  if (first) await cast.addVolunteer(await nameOf(cast, first.helperId), first.helperId);
}

async function seedWish(cast: Cast, programmeId: string, personId: string, index: number): Promise<void> {
  const worker = await cast.as("worker", 40 - (index % 5));
  const likes = [0, 1, 2].map((step) => INTERESTS[(index * 3 + step) % INTERESTS.length]!);
  await worker.write("demo.likes", null, async (tx) => {
    await setInterests(worker, tx, personId, likes);
    await setLanguages(worker, tx, personId, ["普通话", "昆明话"]);
    return null;
  });
  await saveWish(worker, {
    programmeId, personId, words: `想和老友一起${likes[0]}`, safetyNote: SAFETY[index % SAFETY.length]!, meetingPlace: "家里或社区活动室", rhythmDays: index % 4 === 3 ? 14 : 7,
    hours: [{ weekday: 6, from: "08:00", to: "12:00" }, { weekday: 7, from: "08:00", to: "18:00" }, { weekday: 3, from: "14:00", to: "18:00" }, { weekday: 1 + (index % 5), from: "18:30", to: "21:00" }],
  });
}

async function bringTogether(cast: Cast, pairId: string): Promise<void> {
  const steps = [
    { kind: "answered", side: "resident", answer: "accepted" }, { kind: "answered", side: "helper", answer: "accepted" }, { kind: "introduced" }, { kind: "activated" },
  ] as const;
  for (const [index, step] of steps.entries()) {
    const session = await cast.as("coordinator", PAIRED_DAYS_AGO + 3 - index);
    await stepPair(session, { pairId, version: index + 1, step: { ...step, on: session.today } });
  }
}

/** What was talked about with the friends two weeks ago; with one pair the next talk is due today. */
async function seedTalks(cast: Cast, pairId: string, index: number): Promise<void> {
  const session = await cast.as("coordinator", TALKED_DAYS_AGO);
  await noteTalk(session, { pairId, talk: "supervision", heldOn: session.today, nextOn: addDays(session.today, index === 0 ? TALKED_DAYS_AGO : 30), words: "两人已经熟悉，下一步试着一起去菜场。" });
  await noteTalk(session, { pairId, talk: "appraisal", side: "resident", heldOn: session.today, words: "他来我就高兴，盼着周末。" });
  await noteTalk(session, { pairId, talk: "appraisal", side: "helper", heldOn: session.today, words: "慢慢知道怎么和他说话了，自己也开朗了。" });
}

async function seedVisits(cast: Cast, pairId: string, index: number): Promise<void> {
  const quiet = index === 4; // the pair whose silence stands on 今天
  for (let daysAgo = PAIRED_DAYS_AGO - 3 - (index % 4); daysAgo >= (quiet ? 16 : 0); daysAgo -= 7) {
    const session = await cast.as("coordinator", daysAgo);
    await logVisit(session, {
      pairId, happenedOn: session.today, minutes: 60 + (index % 3) * 30, mode: index % 3 === 0 ? "outside" : "home", mood: (index + daysAgo) % 6 === 0 ? "fair" : "good", words: DONE[(index + daysAgo) % DONE.length]!,
      ...(index === 2 && daysAgo < 7 && { concern: { severity: "worry" as const, words: "他说最近晚上睡不好，妈妈腰伤了，没人给他做饭。" } }),
    });
  }
}

async function nameOf(cast: Cast, personId: string): Promise<string> {
  const session = await cast.as("coordinator");
  return session.read(async (tx) => (await personCards(tx, cast.orgId, [personId])).get(personId)?.name ?? "志愿者");
}
