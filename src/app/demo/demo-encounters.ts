import { randomUUID } from "node:crypto";
import { listNeeds } from "../../casework/index.ts";
import { recordEncounter, SentEncounter, setTier } from "../../encounters/index.ts";
import { personIdsOf, relativesOf } from "../../people/index.ts";
import type { Cast } from "./demo-cast.ts";

const SEEN = ["精神不错，说想出门走走。", "妈妈腰伤好些了，还不能抱他下楼。", "轮椅刹车松了，已联系残联维修。", "说起以前在厂里的事，聊了很久。", "药快吃完了，提醒家人周四去取。", "晚上睡不好，白天没精神。"];
const NEXT = ["带上辅具目录", "陪他去社区医院复查", "打电话问问药取了没有", ""];
const MODES = ["home", "phone", "home", "office", "home", "outing"] as const;
const TOPICS = [["company"], ["health"], ["aid"], ["company", "community"], ["relief"], ["outing"]];
/** How many residents were served, and how often the first of them. */
const [SERVED, TIMES] = [24, 4];

/** Six weeks of a worker's services: visits, calls, outings, some with the carer, one corrected and one with a next step due. */
export async function seedEncounters(cast: Cast): Promise<void> {
  const reader = await cast.as("worker");
  const people = (await reader.read((tx) => personIdsOf(tx, cast.orgId, { longAtHome: "yes", ageFrom: 16, ageTo: 45 }, "2021-06-30"))).slice(0, SERVED);
  const relatives = await reader.read((tx) => relativesOf(tx, cast.orgId, people));
  for (const [index, personId] of people.slice(0, 14).entries()) await setTier(await cast.as("supervisor", 45), { personId, tier: (["middle", "high", "low", "middle"] as const)[index % 4]!, reason: ["刚出院，要常去看看", "家里只有妈妈一人照顾", "情况稳定", "冬天行动不便"][index % 4]! });
  for (const [index, personId] of people.entries()) {
    const carerId = relatives.get(personId)?.find(({ isCarer, otherId }) => isCarer && otherId !== null)?.otherId;
    for (let nth = 0; nth < (index % TIMES) + 1; nth++) {
      const step = index + nth;
      const worker = await cast.as(index % 5 === 4 ? "supervisor" : "worker", 2 + ((step * 7) % 40));
      const [need] = await listNeeds(worker, personId);
      const nextWords = nth === 0 ? NEXT[index % NEXT.length]! : "";
      const sent = SentEncounter.parse({
        id: randomUUID(), basis: 0, sendKey: `demo-${randomUUID()}`,
        entry: {
          happenedOn: worker.today, minutes: [30, 15, 45, 60, 40, 90][step % 6], mode: MODES[step % MODES.length], topics: TOPICS[step % TOPICS.length], seen: SEEN[step % SEEN.length],
          ...(nextWords && { nextWords, nextOn: (await cast.as("worker", -(index % 9))).today }), ...(need && need.heardOn <= worker.today && { needIds: [need.id] }),
          people: [{ personId, role: "client" }, ...(carerId && nth === 0 ? [{ personId: carerId, role: "carer" }] : [])],
        },
      });
      await recordEncounter(worker, sent);
      if (index === 0 && nth === 0) await recordEncounter(worker, { ...sent, basis: 1, sendKey: `demo-${randomUUID()}`, why: "时长记错了", entry: { ...sent.entry, minutes: 50 } });
    }
  }
}
