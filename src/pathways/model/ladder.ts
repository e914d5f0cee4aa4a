import { ageOn, daysBetween } from "#kernel/calendar.ts";
import type { Observation } from "./survival.ts";
import { heightOf, STEPS, type AskedStep, type Stand, type Step } from "./steps.ts";

/** Somebody who stands on the ladder, with what they are counted by. */
export interface Climber {
  readonly personId: string;
  readonly birthOn: string | null;
  readonly disabilityType: number | string | null;
  readonly deceasedOn: string | null;
  /** Days between which they cared for somebody; until is exclusive. */
  readonly caring: readonly { readonly fromOn: string; readonly untilOn: string | null }[];
  readonly stands: readonly Stand[];
}

/** Puts a life in its population: the house's own order, given by the caller. */
export type Populate = (facts: { readonly ageYears: number | null; readonly disabled: boolean; readonly carer: boolean }) => string;

/** A climber's way, computed: when they came, whether as somebody to be helped, and each new height in order. */
export interface Way {
  readonly personId: string;
  /** The first day they were helped or took part; null for who only ever came to help. */
  readonly entryOn: string | null;
  readonly cameToHelp: boolean;
  readonly population: string;
  /** New heights only: a step below one reached already adds nothing. */
  readonly climbed: readonly { readonly step: Step; readonly onDay: string }[];
  readonly untilOn: string;
}

/** The day a step, or one above it, was first reached: who leads has helped, whether or not anybody wrote it down. */
export function reachedOn(stands: readonly Stand[], step: Step): string | null {
  return stands.filter((one) => heightOf(one.step) >= heightOf(step)).map(({ firstOn }) => firstOn).sort()[0] ?? null;
}

/** Reads one climber's way as it was on a day. Somebody who helped before, or on the day, they were first helped or took part came as a helper. */
export function wayOf({ personId, birthOn, disabilityType, deceasedOn, caring, stands }: Climber, asOf: string, populate: Populate): Way {
  const entryOn = stands.filter(({ step }) => heightOf(step) < heightOf("helping")).map(({ firstOn }) => firstOn).sort()[0] ?? null;
  const helpedOn = reachedOn(stands, "helping");
  const countedOn = entryOn ?? helpedOn ?? asOf;
  const carer = caring.some(({ fromOn, untilOn }) => fromOn <= countedOn && (untilOn === null || untilOn > countedOn));
  const ageYears = birthOn === null ? null : ageOn(birthOn, countedOn);
  const climbed: { step: Step; onDay: string }[] = [];
  for (const { step, firstOn } of stands.toSorted((a, b) => (a.firstOn === b.firstOn ? heightOf(a.step) - heightOf(b.step) : a.firstOn < b.firstOn ? -1 : 1))) {
    const last = climbed.at(-1);
    if (!last || heightOf(step) > heightOf(last.step)) climbed.push({ step, onDay: firstOn });
  }
  return {
    personId, entryOn, cameToHelp: entryOn === null || (helpedOn !== null && helpedOn <= entryOn), climbed,
    population: populate({ ageYears, disabled: disabilityType !== null, carer }), untilOn: deceasedOn !== null && deceasedOn < asOf ? deceasedOn : asOf,
  };
}

export const heightOfWay = ({ climbed }: Way): Step => climbed.at(-1)!.step;

/** How long from coming to a step, or how long without it so far. */
export function observationsOf(ways: readonly Way[], step: AskedStep): Observation[] {
  return ways.flatMap(({ entryOn, climbed, untilOn }) => {
    if (entryOn === null) return [];
    const onDay = climbed.find((one) => heightOf(one.step) >= heightOf(step))?.onDay;
    return [{ days: Math.max(0, daysBetween(entryOn, onDay ?? untilOn)), reached: onDay !== undefined }];
  });
}

/** Persons by where they went from each step: rows are steps, columns the steps above it, those who are still there, and the row's total; the last row is the columns' total. */
export function flowOf(ways: readonly Way[]): number[][] {
  return withTotals(STEPS.map((from) => [
    ...STEPS.map((to) => ways.filter(({ climbed }) => climbed.some((one, index) => one.step === from && climbed[index + 1]?.step === to)).length),
    ways.filter((way) => heightOfWay(way) === from).length,
  ]));
}

/** Persons by population (rows) and the highest step they reached (columns), with totals. */
export function heightsByPopulation(ways: readonly Way[], populations: readonly string[]): number[][] {
  return withTotals(populations.map((population) => STEPS.map((step) => ways.filter((way) => way.population === population && heightOfWay(way) === step).length)));
}

function withTotals(table: readonly (readonly number[])[]): number[][] {
  const rows = table.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  return [...rows, rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0))];
}
