import { addDays, addMonths } from "../../../kernel/calendar.ts";
import { casesOf } from "../../../casework/index.ts";
import { addDiscovery, addEntry, addOpening, addPlace, beginJob, Entry, Opening, Place, Profile, writeProfile } from "../../../employment/index.ts";
import type { Cast } from "../demo-cast.ts";

const PLACES: readonly { place: object; openings: readonly object[] }[] = [
  { place: { name: "东里便利店", kind: "shop", address: "东里 3 号", contactName: "刘老板", access: ["toilet", "seat", "near_bus"], placeWords: "愿意先试两周" }, openings: [
    { title: "早班理货", tasks: ["stocking", "cleaning"], conditions: ["crowds"], hours: 12, schedule: "周一到周四 7:00–10:00", seats: 1 }, { title: "周末补货", tasks: ["stocking"], hours: 6, schedule: "周六、周日上午", seats: 1 },
  ] },
  { place: { name: "王师傅修车摊", kind: "shop", address: "金沙社区门口", contactName: "王师傅", access: ["flexible_hours", "buddy"] }, openings: [{ title: "修车学徒", tasks: ["repair"], conditions: ["noise", "heavy"], hours: 15, schedule: "每周三个半天", seats: 1 }] },
  { place: { name: "暖心面包房", kind: "company", address: "青云路 21 号", contactName: "张店长", access: ["toilet", "written_steps", "buddy"] }, openings: [{ title: "包装", tasks: ["packing", "kitchen"], conditions: ["heat"], hours: 16, schedule: "周一到周五 13:00–16:00", seats: 2 }] },
  { place: { name: "青云社区图书角", kind: "public_body", address: "社区服务中心二楼", contactName: "陈老师", access: ["step_free", "toilet", "seat", "quiet"] }, openings: [{ title: "图书整理", tasks: ["reception", "computer"], hours: 10, schedule: "周二、周四下午", seats: 2 }] },
];

const PROFILES: readonly { profile: object; discovery: readonly [place: string, words: string]; opening: number | null; months: number }[] = [
  { profile: { wishes: "想有自己的钱，给妈妈买个按摩器。早上起得来。", strengths: "记得住东西放哪里；做惯了就很快", support: "第一周有人在旁边，步骤贴在架子上", tasks: ["stocking", "packing"], access: ["toilet", "written_steps"], avoids: ["night"], leastHours: 8, mostHours: 16 }, discovery: ["东里便利店", "摆了一个小时饮料，没有抬头。他说：“这个我会。”"], opening: 0, months: 4 },
  { profile: { wishes: "想修东西", strengths: "手巧，看一遍就会", tasks: ["repair"], access: ["buddy"], avoids: ["crowds"], mostHours: 20 }, discovery: ["修车摊", "自己补好一条内胎，笑了。"], opening: 2, months: 7 },
  { profile: { wishes: "想安静地做点事", tasks: ["computer", "crafts"], access: ["quiet", "seat"], avoids: ["crowds", "noise"], leastHours: 4, mostHours: 12 }, discovery: ["图书角", "把一排书按号码排好，用了二十分钟。"], opening: null, months: 0 },
];

/** Four made-up shops and organisations, three profiles, and two jobs: one supported less and less, one paused for a while. */
export async function seedEmployment(cast: Cast, persons: readonly string[]): Promise<void> {
  const worker = await cast.as("worker");
  const openings: string[] = [];
  for (const { place, openings: offered } of PLACES) {
    const { id } = await addPlace(worker, Place.parse(place));
    for (const one of offered) openings.push((await addOpening(worker, id, Opening.parse({ fromOn: addDays(worker.today, -200), ...one }))).id);
  }
  for (const [index, { profile, discovery: [placeWords, discovered], opening, months }] of PROFILES.entries()) {
    const personId = persons[index]!;
    await writeProfile(worker, personId, Profile.parse(profile));
    await addDiscovery(worker, personId, { placeWords, discovered, onDay: addDays(worker.today, -14) });
    if (opening === null) continue;
    const begunOn = addMonths(worker.today, -months);
    const caseId = (await worker.read((tx) => casesOf(tx, cast.orgId, [personId]))).get(personId)?.[0]?.caseId ?? null;
    const { id } = await beginJob(worker, { personId, openingId: openings[opening]!, caseId, begunOn });
    await supported(worker, id, begunOn, index);
  }
}

async function supported(worker: Parameters<typeof addEntry>[0], jobId: string, begunOn: string, story: number): Promise<void> {
  const add = (entry: object) => addEntry(worker, jobId, Entry.parse(entry));
  await add({ kind: "planned", startMinutes: 180, endMinutes: 20, weeks: 10 });
  for (const [week, minutes] of [180, 170, 150, 160, 110, 90, 60, 45, 30, 20].entries()) await add({ kind: "supported", onDay: addDays(begunOn, week * 7 + 1), minutes, mode: "on_site", words: week === 3 ? "换了货架位置，又陪了一次" : "" });
  if (story === 1) {
    await add({ kind: "paused", onDay: addDays(begunOn, 80), words: "手腕受伤" });
    await add({ kind: "resumed", onDay: addDays(begunOn, 101), words: "恢复上班" });
  }
  await add({ kind: "followed", onDay: addDays(worker.today, -31), words: "老板说很准时；他想多做一天。", nextOn: addDays(worker.today, story === 0 ? -1 : 12) });
}
