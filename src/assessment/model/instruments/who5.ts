import { scale, type Instrument, type Item } from "../instrument.ts";

const items = [1, 2, 3, 4, 5].map((number): Item => ({ id: `i${number}`, number: String(number), choices: scale(0, 5) })) as [Item, ...Item[]];

const source = { zh: "WHO-5 幸福感指数：5 题各 0–5，合计乘 4", en: "WHO-5 Well-Being Index: five items of 0–5, the sum times 4" };

/** WHO-5, 0–100. The sum is multiplied with four; pages that first take five away are wrong. */
export const WHO5: Instrument = {
  id: "who5", version: 1, validFromOn: "2020-01-01",
  name: { zh: "WHO-5 幸福感指数", en: "WHO-5 Well-Being Index" },
  about: { zh: "5 题，说最近两周。换算成 0–100，得分越高越好。", en: "Five questions about the last two weeks, as 0–100; higher is better." },
  licence: { zh: "世界卫生组织 2024 版，CC BY-NC-SA 3.0 IGO（未核实），不得用于商业；条目文字不附带。", en: "WHO 2024 release, CC BY-NC-SA 3.0 IGO (to be verified), not for commerce; items are not shipped." },
  source, verified: true,
  parts: [{ id: "wellbeing", label: { zh: "最近两周", en: "The last two weeks" }, items }],
  facts: [],
  total: {
    times: 4, change: { least: 10, source: { zh: "相差 10 分及以上才算有意义的变化", en: "A difference of 10 or more matters" } },
    bands: {
      source: { zh: "原始分低于 13（换算分 50 及以下）为偏低", en: "A sum under 13 (50 or less of 100) is low" }, verified: true,
      lines: [
        { from: 0, to: 50, key: "low", label: { zh: "偏低：宜多关心，再谈一谈", en: "Low: worth another talk" }, tone: "due" },
        { from: 51, to: 100, key: "usual", label: { zh: "不偏低", en: "Not low" }, tone: "ok" },
      ],
    },
  },
  prorating: null, level: null, better: "up", assessors: { least: 1, medical: false }, repeatDays: 90,
};
