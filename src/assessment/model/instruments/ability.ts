import { scale, type Instrument, type Item } from "../instrument.ts";

/** Most each item can score, in the order of the standard; section by section. */
const SELF_CARE = [4, 4, 4, 4, 4, 4, 4, 4];
const MOBILITY = [4, 4, 4, 3];
const MIND = [4, 4, 4, 4, 4, 4, 1, 1, 2];
const SENSES = [2, 2, 4, 3, 4];

const items = (most: readonly number[], firstNumber: number): [Item, ...Item[]] =>
  most.map((each, index): Item => ({ id: `i${firstNumber + index}`, number: String(firstNumber + index), choices: scale(0, each) })) as [Item, ...Item[]];

const standard = { zh: "GB/T 42195-2022《老年人能力评估规范》；分段按三份互相一致的公开实现核对", en: "GB/T 42195-2022, Ability assessment for older adults; bands checked against three public implementations that agree" };

/** Ability of elders, 26 items, 0–90. Other bands (0–20, 21–45 …) are in circulation; they are not the standard's. */
export const ABILITY: Instrument = {
  id: "ability", version: 1, validFromOn: "2023-01-01",
  name: { zh: "老年人能力评估（GB/T 42195-2022）", en: "Ability of elders (GB/T 42195-2022)" },
  about: { zh: "26 项，满分 90，得分越高能力越好。由至少两人一起评，其中一人有医护背景。每年再评一次。", en: "26 items, 90 at most; higher is more able. By two assessors at least, one with a medical or nursing training. Again every year." },
  licence: { zh: "条目文字属于标准，本系统不附带；请对照标准原文评分，或导入本机构有权使用的文字。", en: "The items' text belongs to the standard and is not shipped: score beside the printed standard, or import a text your organisation may use." },
  source: standard, verified: true,
  parts: [
    { id: "self_care", label: { zh: "自理能力", en: "Self-care" }, items: items(SELF_CARE, 1) },
    { id: "mobility", label: { zh: "基础运动能力", en: "Basic mobility" }, items: items(MOBILITY, 9) },
    { id: "mind", label: { zh: "精神状态", en: "Mental state" }, items: items(MIND, 13) },
    { id: "senses", label: { zh: "感知觉与社会参与", en: "Senses and social participation" }, items: items(SENSES, 22) },
  ],
  facts: [
    { id: "coma", text: { zh: "处于昏迷状态", en: "In a coma" } },
    { id: "dementia", text: { zh: "确诊认知障碍／痴呆（F00–F03）", en: "Dementia diagnosed (F00–F03)" } },
    { id: "mental_disorder", text: { zh: "专科医生诊断的其他精神和行为障碍（F04–F99）", en: "Another mental or behavioural disorder diagnosed by a specialist (F04–F99)" } },
    { id: "care_events", text: { zh: "近 30 天内发生过 2 次及以上照护风险事件（跌倒、噎食、走失、自伤等）", en: "Two or more care-risk events within 30 days (falls, choking, getting lost, self-harm …)" } },
  ],
  total: {
    times: 1, change: null,
    bands: {
      source: standard, verified: true,
      lines: [
        { from: 0, to: 29, key: "lost", label: { zh: "能力完全丧失（4 级）", en: "Ability lost (level 4)" }, tone: "late" },
        { from: 30, to: 45, key: "severe", label: { zh: "能力重度受损（3 级）", en: "Severely impaired (level 3)" }, tone: "late" },
        { from: 46, to: 65, key: "moderate", label: { zh: "能力中度受损（2 级）", en: "Moderately impaired (level 2)" }, tone: "due" },
        { from: 66, to: 89, key: "mild", label: { zh: "能力轻度受损（1 级）", en: "Mildly impaired (level 1)" }, tone: "calm" },
        { from: 90, to: 90, key: "whole", label: { zh: "能力完好（0 级）", en: "Ability whole (level 0)" }, tone: "ok" },
      ],
    },
  },
  prorating: null, level: "ability", better: "up", assessors: { least: 2, medical: true }, repeatDays: 365,
};
