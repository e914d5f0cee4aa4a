import type { Bands, Instrument } from "../instrument.ts";
import { OWN, ownChoices, ownItems, type Line } from "./own.ts";

const HELP = ownChoices(["不用帮忙", "No help needed"], ["偶尔要人帮", "Help now and then"], ["经常要人帮", "Help often"], ["一直需要，现在没人帮", "Help all the time, and there is none"]);

const PERSON: readonly Line[] = [
  ["吃饭、洗漱、穿衣这些自己的事", "Eating, washing, dressing"], ["做饭、打扫、买东西", "Cooking, cleaning, shopping"], ["走出家门，去想去的地方", "Getting out of the house, to where one wants to go"],
  ["看病、吃药、做康复", "Doctors, medicine, rehabilitation"], ["有人说话、有朋友来往", "Somebody to talk to, friends"], ["有自己喜欢做的事", "Something one likes doing"],
  ["学习、干活或者找工作", "Learning, working or finding work"], ["钱够用、会管钱", "Enough money, and handling it"], ["办证、申请补助、弄懂通知", "Papers, benefits, understanding notices"], ["心里难受的时候有人帮", "Help when feeling low"],
];
const CARER: readonly Line[] = [
  ["有人替一会儿，自己能歇一歇", "Somebody to take over, so that one can rest"], ["晚上能睡好", "Sleeping through the night"], ["看自己的病、顾自己的身体", "Looking after one's own health"], ["学会照顾的方法，不伤到自己", "Knowing how to care without getting hurt"],
  ["有人听我说说难处", "Somebody who listens"], ["家里人分担照顾", "Sharing the care within the family"], ["照顾和工作、家务兼顾", "Keeping caring, work and home together"], ["照顾花的钱", "What the care costs"], ["弄清楚有什么服务、怎么申请", "Knowing which services there are and how to ask"], ["将来谁来照顾，心里有底", "Knowing who will care later on"],
];

const BANDS: Bands = {
  source: { zh: "自拟：平均每题不到 1 分、1–2 分、2 分及以上", en: "Own: under 1, 1 to 2, and 2 or more on average" }, verified: true,
  lines: [
    { from: 0, to: 9, key: "few", label: { zh: "需要的帮助少", en: "Little help needed" }, tone: "ok" },
    { from: 10, to: 19, key: "some", label: { zh: "需要一些帮助", en: "Some help needed" }, tone: "calm" },
    { from: 20, to: 30, key: "many", label: { zh: "需要很多帮助", en: "Much help needed" }, tone: "due" },
  ],
};

const mini = (id: string, name: Instrument["name"], about: Instrument["about"], lines: readonly Line[]): Instrument => ({
  ...OWN, id, version: 1, validFromOn: "2026-01-01", name, about,
  parts: [{ id: "needs", label: { zh: "最近一个月", en: "The last month" }, items: ownItems(lines, HELP) }],
  total: { times: 1, bands: BANDS, change: null },
  prorating: { mostMissing: 1, source: { zh: "自拟：最多缺 1 题，按其余各题的平均补上", en: "Own: one item may be missing, the others' mean stands for it" } },
  repeatDays: 180,
});

/** Ten areas of life in plain words, 0–30; higher is more help needed. */
export const NEEDS_PERSON = mini("needs-person", { zh: "需要小量表（本人）", en: "Small scale of needs (the person)" }, { zh: "10 题，问本人需要多少帮助，几分钟就能问完。得分越高，需要的帮助越多。", en: "Ten questions about the help needed; a few minutes. Higher is more help needed." }, PERSON);
export const NEEDS_CARER = mini("needs-carer", { zh: "需要小量表（照顾者）", en: "Small scale of needs (the carer)" }, { zh: "10 题，问照顾者自己需要多少帮助。得分越高，需要的帮助越多。", en: "Ten questions about the help carers need themselves. Higher is more help needed." }, CARER);
