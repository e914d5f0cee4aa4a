import type { Choice, Item } from "../instrument.ts";

/** Texts of one item, `[zh, en]`. */
export type Line = readonly [zh: string, en: string];

/** Items of a sheet of our own: numbered on through its parts, all with the same choices. */
export function ownItems(lines: readonly Line[], choices: Item["choices"], { from = 1, mayNotApply = false } = {}): [Item, ...Item[]] {
  return lines.map(([zh, en], index): Item => ({ id: `i${from + index}`, number: String(from + index), text: { zh, en }, choices, ...(mayNotApply && { mayNotApply }) })) as [Item, ...Item[]];
}

/** Choices in words, from score 0 up. */
export function ownChoices(...labels: readonly [Line, Line, ...Line[]]): [Choice, Choice, ...Choice[]] {
  return labels.map(([zh, en], value): Choice => ({ value, label: { zh, en } })) as [Choice, Choice, ...Choice[]];
}

/** What every sheet of our own has in common. */
export const OWN = {
  licence: { zh: "邻里自拟，可自由使用（Apache-2.0）。", en: "Linli's own, free to use (Apache-2.0)." },
  source: { zh: "邻里自拟的工作表，没有做过信度效度检验，不是标准，不作诊断", en: "A working sheet of Linli's own: not tested for reliability or validity, no standard, no diagnosis" },
  verified: true, facts: [], level: null, better: "down", assessors: { least: 1, medical: false },
} as const;
