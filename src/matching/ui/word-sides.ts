import type { Language } from "#platform/i18n/language.ts";
import { hoursInWords, type Weekday } from "#volunteering/index.ts";
import type { Side } from "../service/rounds/sides.ts";
import type { WordedSide } from "./side-card.tsx";

/** Sides with their free hours in words, made on the server. */
export function wordSides(sides: Readonly<Record<string, Side>>, lang: Language): Record<string, WordedSide> {
  return Object.fromEntries(Object.entries(sides).map(([id, side]) =>
    [id, { ...side, hoursInWords: hoursInWords(side.hours.map(({ weekday, from, to }) => ({ weekday: weekday as Weekday, from, to })), lang) }]));
}
