const zh = {
  title: "生日", lead: "按各人过的日子排：过阴历的按农历。不愿意被联系的人不在里面。", panel: "生日怎么过", onLunar: (words: string) => `农历${words}`,
  week: "这一周", month: "这个月", next: "往后", before: "往前", day: "哪天", name: "姓名", years: "满几岁", calendar: "怎么过", place: "住哪里", bySolar: "公历", round: "整寿", age: (years: number) => `${years} 岁`, none: "这段日子没有人过生日", noneHint: "换一段日子看看。出生日期只知道年份或月份的人不会出现。",
  visit: "记一次服务", rule: "闰月里不重过；三十生日遇到小月，在二十九过。岁数按周岁算。这些是习俗，各家不同（未核实）。", print: "打印", today: (count: number) => `今天或明天有 ${count} 位过生日`,
  edit: (name: string) => `${name}的生日`, editLead: "身份证上的日子常常和家里过的不一样，按本人说的记。", how: "怎么过", choices: { solar: "按公历过", lunar: "过阴历" }, month12: "农历月", day30: "农历日", lunarHint: "过阴历的才要选。", save: "保存", fromBirth: (words: string) => `出生日期那天是农历${words}`,
  fields: { calendar: "怎么过", lunarMonth: "农历月", lunarDay: "农历日" } as Record<string, string>,
};
const en: typeof zh = {
  title: "Birthdays", lead: "In the order of days, each by the calendar the person keeps. Who does not want to be contacted is not here.", panel: "Which birthday is kept", onLunar: (words) => `lunar ${words}`,
  week: "This week", month: "This month", next: "Later", before: "Earlier", day: "Day", name: "Name", years: "Turns", calendar: "Calendar", place: "Lives", bySolar: "solar", round: "round", age: (years) => String(years), none: "No birthdays in these days", noneHint: "Look at other days. Who has only a year or month of birth does not appear.",
  visit: "Enter a service", rule: "A leap month does not repeat a birthday; a thirtieth is kept on the twenty-ninth of a short month. Completed years. These are customs and differ by family (not verified).", print: "Print", today: (count) => `${count} birthdays today or tomorrow`,
  edit: (name) => `Birthday of ${name}`, editLead: "The date on the card is often not the day the family keeps; write what the person says.", how: "Which calendar", choices: { solar: "Solar", lunar: "Lunar" }, month12: "Lunar month", day30: "Lunar day", lunarHint: "Only for the lunar calendar.", save: "Save", fromBirth: (words) => `The date of birth is lunar ${words}`,
  fields: { calendar: "Calendar", lunarMonth: "Lunar month", lunarDay: "Lunar day" },
};

/** Words of birthdays. */
export const birthdaysText = { zh, en };
