import type { Instrument } from "../instrument.ts";
import { OWN, ownChoices, ownItems, type Line } from "./own.ts";

const WORRY = ownChoices(["没有", "No"], ["有些担心", "Some worry"], ["很担心，要马上商量", "Much worry: talk it over at once"]);
const STRENGTH = ownChoices(["还没有", "Not yet"], ["有一些", "Some"], ["很好", "Strong"]);
const HOME = ownChoices(["好的", "Fine"], ["要改一改", "To be improved"], ["有危险", "Dangerous"]);

const RISKS: readonly Line[] = [
  ["一个人在家出过事，或者容易出事", "Accidents alone at home, or likely ones"], ["吃不饱、穿不暖，或者断了药", "Without enough food, warmth or medicine"], ["被打、被骂、被骗钱，或者不让出门", "Hit, shouted at, cheated or kept in"], ["说过不想活，或者伤害过自己", "Spoke of not wanting to live, or hurt themselves"],
  ["照顾的人撑不住了", "The carer cannot go on"], ["住的地方保不住", "The home is at risk"], ["欠债或者突然没了收入", "Debts, or income suddenly gone"], ["很久没有和外面的人来往", "Long without anybody from outside"],
];
const STRENGTHS: readonly Line[] = [
  ["知道自己想要什么", "Knows what they want"], ["有信得过的人", "Has somebody to trust"], ["有自己拿手的事", "Is good at something"], ["愿意试一试新的事", "Willing to try something new"],
  ["会开口请人帮忙", "Can ask for help"], ["家里人支持", "Backed by the family"], ["邻居、社区有来往", "In touch with neighbours and community"], ["遇到难处有办法缓过来", "Has ways to recover from hard times"],
];
const HOMES: readonly Line[] = [
  ["门口、台阶、电梯，进出方便", "Door, steps, lift: getting in and out"], ["走道、门槛，不会绊倒", "Passages and thresholds without stumbling"], ["厕所、洗澡的地方，有扶手、不滑", "Toilet and bath with rails, not slippery"], ["床、椅子的高低合适", "Bed and chairs of the right height"],
  ["灯够亮，开关够得着", "Enough light, switches within reach"], ["煤气、电线、取暖安全", "Gas, wiring and heating safe"], ["有烟雾、燃气报警器", "Smoke and gas alarms"], ["出事时能马上叫到人", "Somebody can be called at once"],
  ["轮椅、助行器等辅具合用", "Wheelchair, walker and other aids fit"], ["去买菜、看病、坐车的路走得通", "The way to shops, doctor and transport is passable"],
];

/** Risks beside strengths. The two are never taken from each other: a strength makes no danger smaller. */
export const RISK_STRENGTHS: Instrument = {
  ...OWN, id: "risk-strengths", version: 1, validFromOn: "2026-01-01",
  name: { zh: "风险与优势", en: "Risks and strengths" },
  about: { zh: "8 项风险、8 项优势，分开看，不相加也不相减。有一项“很担心”就要马上和督导商量。", en: "Eight risks and eight strengths, side by side, never added or taken from each other. One “much worry” is talked over with the supervisor at once." },
  parts: [
    { id: "risks", label: { zh: "风险", en: "Risks" }, items: ownItems(RISKS, WORRY), pressing: true },
    { id: "strengths", label: { zh: "优势", en: "Strengths" }, items: ownItems(STRENGTHS, STRENGTH, { from: 9 }) },
  ],
  total: null, prorating: null, repeatDays: 90,
};

/** The home and what is around it; what does not apply is left out, not counted as fine. */
export const HOME_SURROUNDINGS: Instrument = {
  ...OWN, id: "home", version: 1, validFromOn: "2026-01-01",
  name: { zh: "住家与周边", en: "Home and surroundings" },
  about: { zh: "10 项，看住得安不安全、进出方不方便。没有的项目选“不适用”。得分越高，要改的越多。", en: "Ten points about safety and getting about. What is not there does not apply. Higher is more to improve." },
  parts: [{ id: "home", label: { zh: "住家与周边", en: "Home and surroundings" }, items: ownItems(HOMES, HOME, { mayNotApply: true }), pressing: true }],
  total: null, prorating: null, repeatDays: 365,
};
