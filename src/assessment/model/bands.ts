import type { Band, Bands } from "./instrument.ts";

/** The band a total lies in; null where the source divides totals into none. */
export function bandOf(bands: Bands | null, total: number): Band | null {
  return bands?.lines.find(({ from, to }) => from <= total && total <= to) ?? null;
}

/** Whether bands hold every whole number from the least to the most exactly once. */
export function coverAll({ lines }: Bands, least: number, most: number): boolean {
  let next = least;
  for (const { from, to } of lines) {
    if (from !== next || to < from) return false;
    next = to + 1;
  }
  return next === most + 1;
}
