import type { Language } from "#platform/i18n/language.ts";
import { assessmentText } from "../messages/index.ts";
import { findInstrument } from "../model/catalogue.ts";

/** The name of an instrument; its key when no version of it is known. */
export const instrumentName = (id: string, version: number, language: Language): string => findInstrument(id, version)?.name[language] ?? id;

/** A result in one line, from what a list is given. */
export function resultWords({ instrumentId, instrumentVersion, total, band, level }: { instrumentId: string; instrumentVersion: number; total: number | null; band: string | null; level: number | null }, language: Language): string {
  const instrument = findInstrument(instrumentId, instrumentVersion);
  const { byParts, notScored } = assessmentText[language].list;
  if (instrument && total === null && level === null) return instrument.total ? notScored : byParts;
  const label = level === null ? instrument?.total?.bands?.lines.find(({ key }) => key === band)?.label[language] : assessmentText[language].result.levels[level];
  return [total, label].filter((part) => part !== null && part !== undefined).join(" · ");
}
