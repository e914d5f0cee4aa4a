import type { Instrument } from "./instrument.ts";
import { ABILITY } from "./instruments/ability.ts";
import { BARTHEL } from "./instruments/barthel.ts";
import { NEEDS_CARER, NEEDS_PERSON } from "./instruments/needs-scales.ts";
import { HOME_SURROUNDINGS, RISK_STRENGTHS } from "./instruments/own-sheets.ts";
import { SSRS_FIVE, SSRS_FOUR } from "./instruments/ssrs.ts";
import { WHO5 } from "./instruments/who5.ts";

/** Every version of every instrument. Versions stay for as long as a record was made with them. */
export const INSTRUMENTS: readonly [Instrument, ...Instrument[]] = [NEEDS_PERSON, NEEDS_CARER, RISK_STRENGTHS, HOME_SURROUNDINGS, ABILITY, BARTHEL, WHO5, SSRS_FIVE, SSRS_FOUR];

/** A version of an instrument; undefined when there never was one. */
export function findInstrument(id: string, version: number): Instrument | undefined {
  return INSTRUMENTS.find((one) => one.id === id && one.version === version);
}

/** The versions offered on a day: the newest of each. */
export function offeredOn(day: string, all: readonly Instrument[] = INSTRUMENTS): Instrument[] {
  const newest = new Map<string, Instrument>();
  for (const one of all) if (one.validFromOn <= day && one.version > (newest.get(one.id)?.version ?? 0)) newest.set(one.id, one);
  return [...newest.values()];
}
