import { ageOn } from "#kernel/calendar.ts";
import type { zh } from "../messages/zh.ts";
import type { BirthPrecision } from "../model/terms.ts";

/** Completed years in words; 约 when the day of birth is not known. Null without a birth date. */
export function ageWords({ birthOn, birthPrecision }: { birthOn: string | null; birthPrecision: BirthPrecision | null }, today: string, t: typeof zh.list): string | null {
  if (birthOn === null) return null;
  const age = ageOn(birthOn, today);
  return birthPrecision === "day" ? t.years(age) : t.about(age);
}
