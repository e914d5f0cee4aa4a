import { addMember, logSession, openGroup, planSession, rateMember, stepGroup, stepMember } from "../../../groups/index.ts";
import { makeGroupDocument } from "../../../documents/index.ts";
import { listPersonRows } from "../../../people/index.ts";
import type { Cast } from "../demo-cast.ts";

const WEEKS = 5;
const AIMS = ["互相认识，定小组的规矩", "一起下棋，学会输了不生气", "说说这一年最难的一天", "各自带一样拿手的，教给别人", "看看变了什么，怎样告别"];
const HAPPENED = [
  "大家自我介绍，名字写在棋子上。前半小时很安静，晓峰摆棋盘时有人笑了。定了三条规矩：不催、不笑话、说过的话留在这里。",
  "两盘之后有人掀了棋盘。社工请大家停一停，说说输的时候身体哪里不舒服。后来自己把棋子捡了起来。",
  "第一次有人说起住院那年。没有人接话，停了很久。后来旁边的人递了一杯水。",
  "一个教折纸，一个教修伞，一个教做凉面。社工只在门口看着。",
  "把第一天写的愿望拿出来读。三个人说到了，一个说还在路上。约好一个月后再聚一次。",
];
const DYNAMICS = [["polite", "silent"], ["testing", "conflict"], ["trust"], ["warm", "helping"], ["parting", "trust"]] as const;
const SEEN = [["摆棋盘，话不多", "一直低头", "问了两次几点结束", "说自己不会下", "笑了一次"], ["教人走马", "掀了棋盘，后来捡起来", "替他说话", "", "看着窗外"]];

/** What they said of themselves, at the beginning and at the end. */
const SAID = [["怕没有人跟我说话", "妈妈叫来的", "", "想学会一样"], ["有两个人可以约了", "还是怕输，敢坐下来了", "每周四有地方去"]];

/** A chess group near its end, led more and more by the young man of the first case; and one that is being prepared. */
export async function seedGroups(cast: Cast, himself: string): Promise<void> {
  const begin = await cast.as("worker", 7 * WEEKS + 3);
  const others = (await begin.read((tx) => listPersonRows(tx, cast.orgId, {}, begin.today, { limit: 36 }))).rows.map(({ id }) => id).filter((id) => id !== himself).slice(10, 14);
  const { id: groupId } = await openGroup(begin, {
    name: "象棋小组", kind: "mutual", aim: "长期在家的人借着下棋认识三位能说话的邻居，结束后自己约着再下。", forWhom: "16 到 45 岁、长期在家的人", recruiting: "走访时问，老友陪着来", placeWords: "活动室一楼", mostMembers: 8, sessionsPlanned: WEEKS, begunOn: begin.today,
  });
  const members: string[] = [];
  for (const [index, personId] of [himself, ...others].entries()) {
    const { id } = await addMember(begin, groupId, { personId, joinedOn: begin.today, why: index === 0 ? "小时候跟外公下过" : "" });
    if (index < 4) await stepMember(begin, groupId, id, { kind: "consented", capacity: "self", words: "" });
    members.push(id);
  }
  for (const [index, memberId] of members.slice(0, 4).entries()) await rateMember(begin, groupId, { memberId, moment: "before", value: 2 + index, ratingWords: SAID[0]![index]! });
  for (let week = 0; week < WEEKS; week++) await tellSession(cast, groupId, members, week);
  const now = await cast.as("worker", 1);
  await stepMember(now, groupId, members[0]!, { kind: "part", part: "lead", words: "组员自己提出来的" });
  for (const [index, memberId] of members.slice(0, 3).entries()) await rateMember(now, groupId, { memberId, moment: "after", value: 6 + (index % 2), ratingWords: SAID[1]![index]! });
  for (const form of ["group_plan", "group_closing"] as const) await makeGroupDocument(now, { groupId, form, format: form === "group_plan" ? "pdf" : "docx", aboutId: null });
  const { id: prepared } = await openGroup(now, { name: "照顾者下午茶", kind: "support", aim: "照顾家人的人每周有两个小时说自己的话。", forWhom: "照顾残疾家人的居民", recruiting: "从走访名单里一个一个问", placeWords: "社区茶室", mostMembers: 10, sessionsPlanned: 6, begunOn: now.today });
  await planSession(now, prepared, { number: 1, onDay: now.today, minutes: 90, aim: "认识彼此，说说今天是怎样出得了门的", plan: "10 分钟 热身：带一样家里的东西\n50 分钟 轮流说\n20 分钟 定规矩\n10 分钟 下次谁带点心", prepare: "茶、名牌、替手的志愿者两位" });
}

async function tellSession(cast: Cast, groupId: string, members: readonly string[], week: number): Promise<void> {
  const day = await cast.as("worker", 7 * (WEEKS - week) - 4);
  if (week < 4) await stepGroup(day, groupId, { kind: "stage", stage: (["forming", "turning", "mature", "ending"] as const)[week]!, words: "" });
  const { id } = await planSession(day, groupId, { number: week + 1, onDay: day.today, minutes: 90, aim: AIMS[week]!, plan: "15 分钟 热身\n50 分钟 下棋、说话\n15 分钟 分享\n10 分钟 收拾", prepare: "" });
  await logSession(day, id, { revision: 0, heldOn: day.today, happened: HAPPENED[week]!, dynamics: [...DYNAMICS[week]!], workerPart: week < 2 ? "多示范，多等" : "退后一步，让组员自己来", nextWords: "" },
    members.map((memberId, index) => {
      const away = (index + week) % 5 === 4;
      return { memberId, state: away ? "absent" : "present", takingPart: away || index === 4 ? null : Math.min(5, 1 + Math.floor((week + (index === 0 ? 2 : 0) + (index % 2)) * 0.8)), seen: away || index === 4 ? "" : SEEN[week]?.[index] ?? "" };
    }));
}
