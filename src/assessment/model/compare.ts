import type { Instrument } from "./instrument.ts";
import type { Score } from "./score.ts";

/** How a total stands against the one before. */
export interface Comparison {
  readonly before: number;
  readonly difference: number;
  readonly direction: "better" | "worse" | "same";
  /** Null where no source says from when a difference means something. */
  readonly matters: boolean | null;
}

/** Compares two totals of the same version; another version, or a total that could not be scored, is not compared. */
export function compareTotals(instrument: Instrument, now: Score, before: { readonly version: number; readonly total: number | null } | undefined): Comparison | null {
  const value = now.total?.value;
  if (value == null || before === undefined || before.total === null || before.version !== instrument.version) return null;
  return compareValues(instrument, value, before.total);
}

/** Compares two totals of the same version as numbers. */
export function compareValues(instrument: Instrument, now: number, before: number): Comparison {
  const difference = now - before;
  const up = instrument.better === "up";
  const least = instrument.total?.change?.least;
  return { before, difference, direction: difference === 0 ? "same" : difference > 0 === up ? "better" : "worse", matters: least === undefined ? null : Math.abs(difference) >= least };
}
