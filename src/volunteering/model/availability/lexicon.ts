import { type DayPart, type Weekday, WEEKDAYS } from "./weekly-hours.ts";

/** One understood piece of a free text on availability. */
export type Token =
  | { readonly kind: "days"; readonly days: readonly Weekday[] }
  | { readonly kind: "part"; readonly part: DayPart }
  | { readonly kind: "hours"; readonly from: string; readonly to: string }
  /** Outside working hours, on working days unless other days are named. */
  | { readonly kind: "after_work" }
  | { readonly kind: "all" }
  | { readonly kind: "except" | "not" | "join" | "clause" | "filler" }
  | { readonly kind: "unread"; readonly text: string };

const WEEKEND: readonly Weekday[] = [6, 7];
const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const DAY = "[一二三四五六日天七]|[1-7](?![\\d点时:.])";
const PREFIX = "(?:星期|礼拜|周)";
const LIST = `${PREFIX}(?:${DAY})(?:\\s*(?:[、,/和及与]|至|到|[-~—–])?\\s*(?:${PREFIX})?(?:${DAY})(?![点时半]))*`;

/** Tried in this order at each place of the text, after full-width forms are made narrow and letters small. */
const LEXICON: readonly (readonly [RegExp, (text: string) => Token])[] = [
  [/除了?|except /y, () => ({ kind: "except" })],
  [/(?:都|均)?(?:除外|不行|没空|没有空|没有时间|没时间|不可以|不可|不方便|不便|不能|有课|要上课|要上班)|not available/y, () => ({ kind: "not" })],
  [new RegExp(LIST, "y"), (text) => ({ kind: "days", days: daysOf(text) })],
  [/周末|双休日?|休息日|weekends?/y, () => ({ kind: "days", days: WEEKEND })],
  [/工作日|上班日|平日|平时|平常|weekdays?/y, () => ({ kind: "days", days: WORKDAYS })],
  [/每天|天天|每日|整周|全周|every ?day|daily/y, () => ({ kind: "days", days: WEEKDAYS })],
  [/(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b/y, (text) => ({ kind: "days", days: [ENGLISH.indexOf(text.slice(0, 3)) + 1 as Weekday] })],
  [/下班后|下班之后|下班以后|after work/y, () => ({ kind: "after_work" })],
  [/均可|都可以?|都行|都有空|都有时间|皆可|随时(?:可以|都可以|均可)?|任何时间|任意时间|时间不限|不限时?间?|any ?time/y, () => ({ kind: "all" })],
  [/全天|整天|一整天|all day/y, () => ({ kind: "part", part: "all_day" })],
  [/白天|日间|daytime/y, () => ({ kind: "part", part: "daytime" })],
  [/早上|早晨|清晨|上午|mornings?/y, () => ({ kind: "part", part: "morning" })],
  [/中午|午间|midday/y, () => ({ kind: "part", part: "noon" })],
  [/下午|午后|afternoons?/y, () => ({ kind: "part", part: "afternoon" })],
  [/傍晚|晚上|晚间|夜间|evenings?/y, () => ({ kind: "part", part: "evening" })],
  [/[、/&]|和|及|与|或者?|以及|\band\b|\bor\b/y, () => ({ kind: "join" })],
  [/[,;。.\n|]/y, () => ({ kind: "clause" })],
  [/其[他它余](?:的?时间)?|以外|之外|外|可以|有空|有时间|方便|空闲|时间|可服务|服务|可|能|均|都|的|[()\s:]|on /y, () => ({ kind: "filler" })],
];

const ENGLISH = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The word at a place of the text, and where it ends. */
export function wordAt(text: string, at: number): { token: Token; end: number } | undefined {
  for (const [pattern, build] of LEXICON) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { token: build(match[0]), end: pattern.lastIndex };
  }
  return undefined;
}

/** `周一至周五`, `周一、三、五` or `周六日` as weekdays. */
function daysOf(text: string): Weekday[] {
  const days: Weekday[] = [];
  let through = false;
  for (const mark of text) {
    if ("至到-~—–".includes(mark)) through = true;
    const day = dayOf(mark);
    if (day === undefined) continue;
    days.push(...(through && days.length > 0 ? between(days.at(-1)!, day) : [day]));
    through = false;
  }
  return days;
}

function dayOf(mark: string): Weekday | undefined {
  if ("日天".includes(mark)) return 7;
  const place = "一二三四五六七".indexOf(mark) + 1 || "1234567".indexOf(mark) + 1;
  return place === 0 ? undefined : (place as Weekday);
}

/** Every day after the first up to the last, over the week's end where need be (周五至周一). */
function between(first: Weekday, last: Weekday): Weekday[] {
  const days: Weekday[] = [];
  for (let day = first; day !== last;) {
    day = (day === 7 ? 1 : day + 1) as Weekday;
    days.push(day);
  }
  return days;
}
