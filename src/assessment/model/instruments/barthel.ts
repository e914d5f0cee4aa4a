import { scores, type Instrument, type Item } from "../instrument.ts";

/** Scores each item offers, in the usual order. */
const OFFERED = [[0, 5, 10], [0, 5], [0, 5], [0, 5, 10], [0, 5, 10], [0, 5, 10], [0, 5, 10], [0, 5, 10, 15], [0, 5, 10, 15], [0, 5, 10]] as const;

const items = OFFERED.map(([first, second, ...others], index): Item => ({ id: `i${index + 1}`, number: String(index + 1), choices: scores(first, second, ...others) })) as [Item, ...Item[]];

/** Barthel index of daily living, 10 items, 0–100 in steps of five. */
export const BARTHEL: Instrument = {
  id: "barthel", version: 1, validFromOn: "2020-01-01",
  name: { zh: "日常生活活动能力（Barthel 指数）", en: "Activities of daily living (Barthel index)" },
  about: { zh: "10 项，0–100 分，得分越高越能自己做。", en: "10 items, 0–100; higher is more independent." },
  licence: { zh: "马里兰州医学会；非商业使用须注明出处（未核实）。条目文字不附带。", en: "Maryland State Medical Society; non-commercial with citation (to be verified). Items are not shipped." },
  source: { zh: "Mahoney & Barthel 1965；分段见 WS/T 431-2013", en: "Mahoney & Barthel 1965; bands of WS/T 431-2013" }, verified: false,
  parts: [{ id: "living", label: { zh: "日常生活活动", en: "Activities of daily living" }, items }],
  facts: [],
  total: {
    times: 1, change: null,
    bands: {
      source: { zh: "WS/T 431-2013（另有印本用别的分段）", en: "WS/T 431-2013 (other prints use other bands)" }, verified: false,
      lines: [
        { from: 0, to: 40, key: "severe", label: { zh: "重度依赖", en: "Severe dependence" }, tone: "late" },
        { from: 41, to: 60, key: "moderate", label: { zh: "中度依赖", en: "Moderate dependence" }, tone: "due" },
        { from: 61, to: 99, key: "mild", label: { zh: "轻度依赖", en: "Mild dependence" }, tone: "calm" },
        { from: 100, to: 100, key: "none", label: { zh: "无需依赖", en: "Independent" }, tone: "ok" },
      ],
    },
  },
  prorating: null, level: null, better: "up", assessors: { least: 1, medical: false }, repeatDays: 180,
};
