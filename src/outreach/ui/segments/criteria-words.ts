import { formatDayOnly } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import { outreachText } from "../../messages/index.ts";
import type { Criteria } from "../../model/segment/criteria.ts";

/** The conditions of a segment in words: 长期居家，16–45 岁，年龄按 2021年6月30日 算. */
export function criteriaInWords(criteria: Criteria, language: Language, today: string, communityNames: Readonly<Record<string, string>> = {}): string {
  const { criteria: t, sexes, segments } = outreachText[language];
  const { longAtHome, age, sex, disabilityTypes, disabilityGrades, communityIds, employment, notReachedDays } = criteria;
  const parts = [
    longAtHome === undefined ? null : longAtHome ? t.longAtHome : t.notLongAtHome,
    age ? agesInWords(age, language) : null,
    age ? (age.countedOn.kind === "fixed" ? t.onDay(formatDayOnly(age.countedOn.on, language, today)) : t.onToday) : null,
    sex ? sexes[sex] : null,
    disabilityTypes?.map((type) => t.types[type] ?? String(type)).join(t.or) ?? null,
    disabilityGrades ? t.grade(disabilityGrades.map((grade) => t.grades[grade] ?? String(grade)).join(t.or)) : null,
    communityIds?.map((id) => communityNames[id] ?? "…").join(t.or) ?? null,
    employment ?? null,
    notReachedDays === undefined ? null : t.notReached(notReachedDays),
  ].filter((part) => part !== null);
  return parts.length === 0 ? segments.noCriteria : parts.join(t.and);
}

function agesInWords({ fromYears, toYears }: NonNullable<Criteria["age"]>, language: Language): string | null {
  const { criteria: t } = outreachText[language];
  if (fromYears !== undefined && toYears !== undefined) return t.ages(String(fromYears), String(toYears));
  if (fromYears !== undefined) return t.from(String(fromYears));
  return toYears === undefined ? null : t.to(String(toYears));
}
