import { addDays, ageOn, daysBetween } from "#kernel/calendar.ts";
import type { Part, RhythmPack, Tier } from "./rhythm-pack.ts";

/** What is known of somebody; what is not known adds nothing. */
export interface RhythmFacts {
  readonly birthOn: string | null;
  readonly disabilityType: number | null;
  /** GB/T 26341: 1 is the most severe. */
  readonly disabilityGrade: number | null;
  readonly alone: boolean;
  readonly longAtHome: boolean;
  /** The last contact of any kind. */
  readonly lastOn: string | null;
  /** The band of the carer who carries most, or their own where they are one; null where nobody was asked, or the reader may not know. */
  readonly strain: string | null;
}

export interface RhythmStanding {
  /** Why they stand where they stand, with points, the most first. */
  readonly parts: readonly { readonly part: Part; readonly points: number }[];
  readonly points: number;
  /** By when they are to be seen or called. */
  readonly dueOn: string;
  /** Days past that; 0 on the day itself and before. */
  readonly overdueDays: number;
  readonly everyDays: number;
}

/** How somebody stands on a day. Before the first contact the rhythm counts from the day it was set. */
export function rhythmStanding({ tier, setOn }: { readonly tier: Tier; readonly setOn: string }, facts: RhythmFacts, pack: RhythmPack, today: string): RhythmStanding {
  const parts = partsOf(facts, today).map((part) => ({ part, points: pack.points[part] })).filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
  const everyDays = pack.tierDays[tier];
  const dueOn = addDays(facts.lastOn ?? setOn, everyDays);
  return { parts, points: parts.reduce((sum, { points }) => sum + points, 0), everyDays, dueOn, overdueDays: Math.max(0, daysBetween(dueOn, today)) };
}

function partsOf({ birthOn, disabilityType, disabilityGrade, alone, longAtHome, lastOn, strain }: RhythmFacts, today: string): Part[] {
  const age = birthOn === null ? 0 : ageOn(birthOn, today);
  const quiet = lastOn === null ? null : daysBetween(lastOn, today);
  const parts: readonly [Part, boolean][] = [
    ["age80", age >= 80], ["age70", age >= 70 && age < 80],
    ["severe", disabilityGrade !== null && disabilityGrade <= 2], ["disabled", disabilityType !== null && (disabilityGrade === null || disabilityGrade > 2)],
    ["alone", alone], ["at_home", longAtHome], ["never", quiet === null],
    ["quiet90", quiet !== null && quiet >= 90], ["quiet60", quiet !== null && quiet >= 60 && quiet < 90], ["quiet30", quiet !== null && quiet >= 30 && quiet < 60],
    ["carer_many", strain === "many"], ["carer_some", strain === "some"],
  ];
  return parts.filter(([, holds]) => holds).map(([part]) => part);
}

/** The most overdue first; then whoever has most points; then whoever is due first. */
export function inRhythmOrder<Row extends RhythmStanding>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => Number(b.overdueDays > 0) - Number(a.overdueDays > 0) || b.points - a.points || a.dueOn.localeCompare(b.dueOn));
}
