import { randomUUID } from "node:crypto";
import { addWalkIn, createSeries } from "../../../activities/index.ts";
import { CARER_SCALE, findInstrument, NewAssessment, recordAssessment } from "../../../assessment/index.ts";
import { changeNeedStatus, listNeeds } from "../../../casework/index.ts";
import { listOverdue, recordEncounter, SentEncounter } from "../../../encounters/index.ts";
import { relativesOf } from "../../../people/index.ts";
import { listUnits } from "../../../places/index.ts";
import type { Cast } from "../demo-cast.ts";

/** Of each carer in turn: how heavy each item was, days ago; and the days on which somebody took over, with minutes. */
const STORIES: readonly { readonly strain: readonly (readonly [daysAgo: number, level: number])[]; readonly respite: readonly (readonly [daysAgo: number, minutes: number])[] }[] = [
  { strain: [[68, 3], [36, 2], [4, 1]], respite: [[50, 120], [36, 180], [22, 180], [8, 240]] },
  { strain: [[60, 2], [6, 2]], respite: [[30, 90]] },
  { strain: [[58, 1], [5, 2]], respite: [] },
  { strain: [[44, 2]], respite: [[12, 120], [40, 120]] },
  { strain: [[66, 2], [10, 1]], respite: [[20, 150], [3, 90]] },
  { strain: [], respite: [] },
];
/** Days ago on which carers came together, and how many of them. */
const TEAS: readonly (readonly [daysAgo: number, came: number])[] = [[42, 3], [28, 4], [14, 5]];

/** Carers over ten weeks: asked about their strain, relieved for some hours, together at tea; and a few residents assessed again, some needs met. */
export async function seedCarers(cast: Cast, persons: readonly string[]): Promise<void> {
  const worker = await cast.as("worker");
  const near = [...new Set([...persons, ...(await listOverdue(worker, 20)).map(({ personId }) => personId)])];
  const relatives = await worker.read((tx) => relativesOf(tx, cast.orgId, near));
  const pairs = near.flatMap((personId) => {
    const carerId = relatives.get(personId)?.find(({ isCarer, otherId }) => isCarer && otherId !== null)?.otherId;
    return carerId ? [{ personId, carerId }] : [];
  });
  for (const [index, { personId, carerId }] of pairs.entries()) {
    const { strain, respite } = STORIES[index % STORIES.length]!;
    for (const [daysAgo, level] of strain) await assess(cast, carerId, CARER_SCALE, daysAgo, (item) => Math.max(0, level - (item % 3 === 0 ? 1 : 0)));
    for (const [daysAgo, minutes] of respite) await relieve(cast, personId, daysAgo, minutes);
  }
  await seedTeas(cast, pairs.map(({ carerId }) => carerId));
  for (const [index, personId] of persons.slice(1, 9).entries()) {
    await assess(cast, personId, "who5", 62 - index, (item) => (item + index) % 3);
    if (index % 4 !== 3) await assess(cast, personId, "who5", 9 - index, (item) => Math.min(5, ((item + index) % 3) + (index % 3)));
  }
  for (const personId of persons.slice(0, 7)) {
    const need = (await listNeeds(worker, personId)).find(({ status }) => status !== "met");
    if (need) await changeNeedStatus(worker, { needId: need.id, version: need.version, status: "met", on: worker.today, note: "本人说已经有了" });
  }
}

async function assess(cast: Cast, personId: string, instrumentId: string, daysAgo: number, score: (item: number) => number): Promise<void> {
  const worker = await cast.as("worker", daysAgo);
  const items = findInstrument(instrumentId, 1)!.parts.flatMap((part) => part.items);
  await recordAssessment(worker, NewAssessment.parse({
    personId, instrumentId, instrumentVersion: 1, assessedOn: worker.today, place: "家里", present: [instrumentId === CARER_SCALE ? "carer" : "client"], assessors: [{ name: worker.actor.name, profession: "social_work" }],
    answers: Object.fromEntries(items.map(({ id, choices }, index) => [id, choices[Math.min(choices.length - 1, score(index))]!.value])),
  }));
}

async function relieve(cast: Cast, personId: string, daysAgo: number, minutes: number): Promise<void> {
  const worker = await cast.as("worker", daysAgo);
  await recordEncounter(worker, SentEncounter.parse({
    id: randomUUID(), basis: 0, sendKey: `demo-${randomUUID()}`,
    entry: { happenedOn: worker.today, minutes, mode: "home", topics: ["relief"], seen: "志愿者陪他在家下棋、吃午饭，妈妈出门办自己的事。", people: [{ personId, role: "client" }] },
  }));
}

async function seedTeas(cast: Cast, carers: readonly string[]): Promise<void> {
  for (const [daysAgo, came] of TEAS) {
    const worker = await cast.as("worker", daysAgo);
    const placeId = (await worker.read((tx) => listUnits(tx, cast.orgId, { on: worker.today, kinds: ["community"] })))[0]?.id ?? null;
    const { sessionIds: [sessionId] } = await createSeries(worker, {
      name: "照顾者下午茶", summary: "照顾家人的人坐下来喝杯茶，说说自己的话。", kind: "talk", startsOn: worker.today, rule: "", fromMinute: 840, untilMinute: 930, placeId, placeWords: "活动室二楼", participants: 12, volunteers: 1, companions: 0,
      openTo: "staff", admission: "direct", closesHours: 0, rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] },
    });
    for (const personId of carers.slice(0, came)) await addWalkIn(worker, { sessionId: sessionId!, personId, role: "participant" });
  }
}
