import { recordConsents, setInterests, setLanguages } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import { beginRound, computeRun, decidePair, saveWish, showRound, stepPair } from "#matching/index.ts";
import type { Team } from "./team.ts";

/** Made-up residents who would like a friend: name and what they like. */
const RESIDENTS = [
  ["周思佳", "篮球"], ["吴子涵", "音乐"], ["郑浩然", "棋类"], ["王雨桐", "看电影"], ["冯一诺", "做饭"], ["陈俊熙", "摄影"], ["褚欣怡", "散步"], ["卫梓轩", "绘画"],
  ["蒋可欣", "电子游戏"], ["沈嘉豪", "手工"], ["韩若曦", "篮球"], ["杨天佑", "音乐"], ["朱婉清", "棋类"], ["秦子墨", "看电影"], ["尤佳宁", "做饭"],
  ["许安然", "摄影"],
] as const;
/** As many as there are in the service team. */
const FIRST = 15;
/** Days ago on which prepared pairs met for the first time. */
export const PAIRED_DAYS_AGO = 28;

export interface PreparedPair {
  readonly pairId: string;
  readonly residentId: string;
  readonly helperId: string;
  readonly residentName: string;
  readonly helperName: string;
}

/** Residents with a file, the consent to be matched and a wish; fifteen unless fewer, or one more, are asked for. Their ids. */
export async function givenWishes(team: Team, programmeId: string, count: number = FIRST): Promise<string[]> {
  const worker = await team.as("worker", 40);
  const residents = RESIDENTS.slice(0, count);
  const ids = await givenPersons(worker, residents.map(([name], index) => ({
    name, birthOn: `200${index % 6}-0${(index % 9) + 1}-14`, birthPrecision: "day", sex: index % 2 === 0 ? "female" : "male", roles: [{ role: "service_user", fromOn: worker.today }],
    contacts: [{ kind: "mobile", value: `1390000${String(1000 + index)}` }],
  })));
  await worker.write("e2e.consents", null, async (tx) => {
    await recordConsents(worker, tx, ids.flatMap((personId) => (["contact", "keep_data", "be_matched"] as const).map((purpose) => (
      { personId, purpose, state: "given" as const, capacity: "self" as const, fromOn: worker.today, channel: "in_person" as const }))));
    for (const [index, personId] of ids.entries()) {
      await setInterests(worker, tx, personId, [residents[index]![1]]);
      await setLanguages(worker, tx, personId, ["普通话", "昆明话"]);
    }
    return null;
  });
  for (const [index, personId] of ids.entries()) {
    await saveWish(worker, {
      programmeId, personId, words: `想和老友一起${residents[index]![1]}`, safetyNote: index === 0 ? "坐轮椅，电梯在北门，先打电话再上楼。" : "", meetingPlace: "社区活动室", rhythmDays: 7,
      hours: [{ weekday: 6, from: "08:00", to: "18:00" }, { weekday: 7, from: "08:00", to: "18:00" }, { weekday: 3, from: "14:00", to: "18:00" }, { weekday: 1 + (index % 5), from: "18:30", to: "21:00" }],
    });
  }
  return ids;
}

/** Pairs that have been friends for four weeks, and have not met since they were introduced. */
export async function givenPairs(team: Team, programmeId: string, count: number): Promise<PreparedPair[]> {
  await givenWishes(team, programmeId, count);
  const organiser = await team.as("coordinator", PAIRED_DAYS_AGO + 4);
  const { id: roundId } = await beginRound(organiser, { programmeId, startOn: organiser.today });
  await computeRun(organiser, { roundId, jobId: crypto.randomUUID() });
  const { run, sides } = await showRound(organiser, roundId);
  const pairs: PreparedPair[] = [];
  for (const { residentId, helperId } of run?.proposals ?? []) {
    const { pairId } = await decidePair(organiser, { roundId, residentId, helperId, kind: "accept" });
    await becomeFriends(team, pairId!);
    pairs.push({ pairId: pairId!, residentId, helperId, residentName: sides[residentId]!.name, helperName: sides[helperId]!.name });
  }
  return pairs;
}

async function becomeFriends(team: Team, pairId: string): Promise<void> {
  const steps = [{ kind: "answered", side: "resident", answer: "accepted" }, { kind: "answered", side: "helper", answer: "accepted" }, { kind: "introduced" }, { kind: "activated" }] as const;
  for (const [index, step] of steps.entries()) {
    const session = await team.as("coordinator", PAIRED_DAYS_AGO + 3 - index);
    await stepPair(session, { pairId, version: index + 1, step: { ...step, on: session.today } });
  }
}
