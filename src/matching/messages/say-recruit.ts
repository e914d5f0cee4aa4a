import { weekdayName } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Recruit } from "../model/explain/recruitment.ts";
import { reviewEn } from "./review-en.ts";
import { reviewZh } from "./review-zh.ts";

/** Whom to look for, and what they would change, in words. */
export function sayRecruit({ weekday, part, sex, language, serves, atMost, saves }: Recruit, lang: Language): { need: string; effect: string } {
  const { recruit: t } = lang === "zh" ? reviewZh : reviewEn;
  const when = `${weekdayName(weekday, lang)}${lang === "zh" ? "" : " "}${t.parts[part]}`;
  return {
    need: t.who(when, sex ? t.sexes[sex] ?? "" : "", language ?? ""),
    effect: serves === 1 ? t.serves(atMost) : t.saves(String(Math.round(saves / 10) / 10)),
  };
}

/** A community, or a lane in it. */
export function sayPlace({ communityId, laneId }: Pick<Recruit, "communityId" | "laneId">, names: Readonly<Record<string, string>>, noCommunity: string): string {
  const community = names[communityId] ?? noCommunity;
  return laneId ? `${community} · ${names[laneId] ?? ""}` : community;
}
