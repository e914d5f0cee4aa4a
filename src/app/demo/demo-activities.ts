import { addWalkIn, cancelSession, createSeries, markRestAbsent, signUp, takeAttendance } from "../../activities/index.ts";
import { addDays } from "../../kernel/calendar.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import { listPersonRows } from "../../people/index.ts";
import { listUnits } from "../../places/index.ts";
import { weekdayOf } from "../../platform/i18n/days.ts";
import type { HelperOffer } from "../../volunteering/index.ts";
import type { Cast } from "./demo-cast.ts";

type Plan = Parameters<typeof createSeries>[1];
const OPEN: Plan["rules"] = { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: ["homebound", "never_came"] };
const WEEKS_AGO = 8;
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const NEEDS = ["要接送", "坐轮椅", "", "", "要手语翻译", "", ""];

/** A weekly choir with two months behind it, an open day today, a dumpling meal with a waiting list, wheelchair basketball a worker looks at first. */
export async function seedActivities(cast: Cast, team: readonly HelperOffer[]): Promise<void> {
  const worker = await cast.as("worker");
  const { people, placeId } = await worker.read(async (tx) => ({
    people: (await listPersonRows(tx, cast.orgId, {}, worker.today, { limit: 36 })).rows.map(({ id }) => id),
    placeId: (await listUnits(tx, cast.orgId, { on: worker.today, kinds: ["community"] }))[0]?.id ?? null,
  }));
  if (people.length < 20) return;
  const base = { placeId, participants: 16, volunteers: 2, companions: 6, admission: "direct" as const, closesHours: 2, rules: OPEN };
  await seedChoir(cast, base, people, team);
  await seedComing(cast, base, people);
}

async function seedChoir(cast: Cast, base: Pick<Plan, "placeId" | "participants" | "volunteers" | "companions" | "admission" | "closesHours" | "rules">, people: readonly string[], team: readonly HelperOffer[]): Promise<void> {
  const begin = await cast.as("worker", 7 * WEEKS_AGO + 1);
  const startsOn = addDays(begin.today, 1);
  const { sessionIds } = await createSeries(begin, {
    ...base, name: "老歌合唱", summary: "一起唱老歌，不会唱也可以来听。有热茶。", kind: "art", startsOn, rule: `FREQ=WEEKLY;BYDAY=${DAYS[weekdayOf(startsOn) - 1]!};COUNT=${WEEKS_AGO + 6}`, fromMinute: 870, untilMinute: 960, placeWords: "活动室二楼", openTo: "public",
  });
  for (let week = 0; week < WEEKS_AGO; week++) {
    const before = await cast.as("worker", 7 * (WEEKS_AGO - week) + 1);
    const sessionId = sessionIds[week]!;
    const ids: string[] = [];
    for (const [index, personId] of people.slice(0, 9 + week).entries()) if ((index + week) % 4 !== 3) ids.push((await signUp(before, { sessionId, personId, role: "participant", needs: NEEDS[index % NEEDS.length]!, companions: index === 4 ? [{ name: "女儿" }] : [] })).registrationId);
    for (const { personId, mayServe } of team.slice(0, 2)) if (mayServe) ids.push((await unlessRefused(() => signUp(before, { sessionId, personId, role: "volunteer" })))?.registrationId ?? ids[0]!);
    const door = await cast.as("worker", 7 * (WEEKS_AGO - week));
    await takeAttendance(door, { sessionId, marks: [...new Set(ids)].filter((_, index) => index !== 1).map((registrationId, index) => ({ registrationId, state: index === 5 ? "late" as const : "present" as const })) });
    if (week % 3 === 0) await addWalkIn(door, { sessionId, personId: people[20 + week]! });
    await markRestAbsent(door, sessionId);
  }
  const worker = await cast.as("worker");
  for (const sessionId of sessionIds.slice(WEEKS_AGO + 1)) for (const personId of people.slice(0, 14)) await signUp(worker, { sessionId, personId, role: "participant" });
  await cancelSession(worker, { sessionId: sessionIds.at(-1)!, reason: "活动室粉刷墙面" });
}

async function seedComing(cast: Cast, base: Parameters<typeof seedChoir>[1], people: readonly string[]): Promise<void> {
  const yesterday = await cast.as("worker", 1);
  const today = addDays(yesterday.today, 1);
  const once = async (plan: Pick<Plan, "name" | "summary" | "kind" | "placeWords" | "fromMinute" | "untilMinute"> & Partial<Plan>, onDay: string) => (await createSeries(yesterday, { ...base, openTo: "public", rule: "", startsOn: onDay, ...plan })).sessionIds[0]!;
  const openDay = await once({ name: "社区开放日", summary: "来坐坐，看看活动室，认识邻居。", kind: "talk", placeWords: "活动室一楼", fromMinute: 540, untilMinute: 1260, participants: 40 }, today);
  for (const personId of people.slice(0, 14)) await signUp(yesterday, { sessionId: openDay, personId, role: "participant" });
  const meal = await once({ name: "一起包饺子", summary: "一起和面、擀皮、包饺子，吃完再走。", kind: "meal", placeWords: "食堂", fromMinute: 570, untilMinute: 750, participants: 8, volunteers: 3, companions: 2 }, addDays(today, 6));
  for (const [index, personId] of people.slice(6, 18).entries()) await signUp(yesterday, { sessionId: meal, personId, role: "participant", companions: index === 2 ? [{ name: "个人助理小陈", needs: "推轮椅" }] : [] });
  const ball = await createSeries(yesterday, { ...base, name: "轮椅篮球", summary: "不用会打，先来试试。", kind: "sport", startsOn: addDays(today, 3), rule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${DAYS[weekdayOf(addDays(today, 3)) - 1]!};COUNT=5`, fromMinute: 900, untilMinute: 990, placeWords: "中学体育馆", openTo: "account", admission: "review", participants: 10, volunteers: 4, rules: { ...OPEN, eligibility: { ...OPEN.eligibility, minAge: 16 } } });
  await unlessRefused(() => signUp(yesterday, { sessionId: ball.sessionIds[0]!, personId: people[2]!, role: "participant", needs: "要接送" }));
}

/** Some of the made-up residents are too young or of unknown age: they stay at home. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
