import { scale, type Instrument, type Item } from "../instrument.ts";

const one = (number: number): Item => ({ id: `i${number}`, number: String(number), choices: scale(1, 4) });
/** 0 for "from nowhere", else how many sources were named. */
const sources = (number: number): Item => ({ id: `i${number}`, number: String(number), choices: scale(0, 9) });
const rows = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ id: `i5-${index + 1}`, number: `5-${index + 1}`, choices: scale(1, 4) }));

/** Social support rating scale (社会支持评定量表，肖水源). Question 5 is printed with four rows or with five: totals of the two are never compared. */
function ssrs(id: string, rowsOfFive: 4 | 5, nameZh: string, nameEn: string): Instrument {
  return {
    id, version: 1, validFromOn: "2020-01-01",
    name: { zh: nameZh, en: nameEn },
    about: { zh: `10 题，第 5 题有 ${rowsOfFive} 行。得分越高，支持越多。`, en: `Ten questions; question 5 has ${rowsOfFive} rows. Higher is more support.` },
    licence: { zh: "广为转载，没有明确的许可；条目文字不附带。", en: "Widely reprinted without a clear licence; items are not shipped." },
    source: { zh: "肖水源《社会支持评定量表》的计分：客观 2、6、7，主观 1、3、4、5，利用度 8、9、10；来源个数的上限未核实", en: "Scoring of Xiao Shuiyuan's scale: objective 2, 6, 7; subjective 1, 3, 4, 5; use 8, 9, 10; the most sources that can be named is unverified" }, verified: false,
    parts: [
      { id: "objective", label: { zh: "客观支持", en: "Objective support" }, items: [one(2), sources(6), sources(7)] },
      { id: "subjective", label: { zh: "主观支持", en: "Subjective support" }, items: [one(1), one(3), one(4), ...rows(rowsOfFive)] },
      { id: "use", label: { zh: "对支持的利用度", en: "Use of support" }, items: [one(8), one(9), one(10)] },
    ],
    facts: [], total: { times: 1, bands: null, change: null }, prorating: null, level: null, better: "up", assessors: { least: 1, medical: false }, repeatDays: 180,
  };
}

export const SSRS_FIVE = ssrs("ssrs5", 5, "社会支持评定量表（SSRS，第 5 题五行）", "Social support (SSRS, question 5 with five rows)");
export const SSRS_FOUR = ssrs("ssrs4", 4, "社会支持评定量表（SSRS，第 5 题四行）", "Social support (SSRS, question 5 with four rows)");
