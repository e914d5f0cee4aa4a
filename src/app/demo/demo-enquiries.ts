import { askForHelp } from "../../enquiries/index.ts";
import type { Cast } from "./demo-cast.ts";

/** Three people who called after reading about the programme. */
export async function seedEnquiries(cast: Cast): Promise<void> {
  const calls = [
    { daysAgo: 3, forWhom: "other", words: "看到报纸，想给儿子找一位同龄朋友，他 23 岁，六年没怎么出门。", askerName: "一位母亲", askerContact: "13900001111", askerRelation: "母亲", community: "严家地社区" },
    { daysAgo: 1, forWhom: "self", words: "我坐轮椅，楼里没有电梯，想问问有没有人能帮我下楼去复查。", askerName: "王先生", askerContact: "13900002222", community: "金沙社区", urgent: true },
    { daysAgo: 0, forWhom: "other", words: "楼上的老人好几天没见出门，敲门也不应，请来看看。", community: "北市社区" },
  ] as const;
  for (const { daysAgo, ...asking } of calls) await askForHelp(await cast.as("worker", daysAgo), asking, "phone");
}
