import type { Band } from "./instrument.ts";

/** Facts answered yes or no; one that is not there is not known. */
export type FactAnswers = Readonly<Record<string, boolean>>;

/** 0 whole … 4 lost. Null while what is known leaves more than one level open. */
export interface AbilityLevel {
  readonly level: 0 | 1 | 2 | 3 | 4 | null;
  /** By coma, whatever the total. */
  readonly byComa: boolean;
  /** One level worse than the total says. */
  readonly worsened: boolean;
  /** Facts that would still have to be known. */
  readonly unknown: readonly string[];
}

const LEVELS = ["whole", "mild", "moderate", "severe", "lost"] as const;
/** Any of these makes the level one worse: once, however many there are. */
export const WORSENING = ["dementia", "mental_disorder", "care_events"] as const;

/**
 * Level of ability of GB/T 42195-2022: coma is level 4; dementia (F00–F03), another mental disorder diagnosed by a specialist
 * (F04–F99), or two or more care-risk events within 30 days make it one level worse, once, down to level 4 at most.
 */
export function abilityLevel(band: Band | null, facts: FactAnswers): AbilityLevel {
  if (facts["coma"] === true) return { level: 4, byComa: true, worsened: false, unknown: [] };
  const base = band === null ? -1 : LEVELS.indexOf(band.key as (typeof LEVELS)[number]);
  const worsened = base < 4 && WORSENING.some((fact) => facts[fact] === true);
  if (base === 4) return { level: 4, byComa: false, worsened: false, unknown: [] };
  const open = ["coma", ...(worsened ? [] : WORSENING)].filter((fact) => facts[fact] === undefined);
  const settled = base >= 0 ? base + (worsened ? 1 : 0) : null;
  // With level 4 already reached, an unknown coma changes nothing.
  const unknown = settled === 4 ? [] : open;
  return { level: settled === null || unknown.length > 0 ? null : (settled as AbilityLevel["level"]), byComa: false, worsened: worsened && settled !== null, unknown };
}

/** The band a level is called by. */
export const bandKeyOfLevel = (level: 0 | 1 | 2 | 3 | 4): (typeof LEVELS)[number] => LEVELS[level];
