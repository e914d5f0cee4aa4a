import fc from "fast-check";
import type { HelperOffer, ResidentNeed, WeeklyHours } from "../candidates/people.ts";
import { DEFAULT_RULES, HARD_RULES } from "../candidates/rules.ts";
import type { MatchRules } from "../candidates/rules.ts";

/** A resident who asks for nothing in particular; tests name what matters to them. */
export function aResident(some: Partial<ResidentNeed> & { id: string }): ResidentNeed {
  return {
    wants: 1, place: { communityId: "金沙" }, hours: [], birthOn: "2000-01-01", sex: "female", sexAsked: null, languages: ["普通话"], languagesAsked: [], interests: [],
    skillsSought: [], contraindications: [], doNotMatch: [], guardianConsent: "not_needed", formerFriends: [], waitingSinceOn: null, ...some,
  };
}

export function aHelper(some: Partial<HelperOffer> & { id: string }): HelperOffer {
  return {
    capacity: 1, place: { communityId: "金沙" }, hours: [], birthOn: "2000-01-01", sex: "female", languages: ["普通话"], interests: [], skills: [], traits: [], doNotMatch: [],
    eligible: { fromOn: "2026-01-01", untilOn: null }, ...some,
  };
}

export function someRules(some: Partial<MatchRules> = {}): MatchRules {
  return { ...DEFAULT_RULES, startOn: "2026-12-01", ...some };
}

const someOf = (...items: string[]) => fc.subarray(items);
const somePlace = fc.record({ communityId: fc.constantFrom("金沙", "北市", "席子营"), at: fc.option(fc.record({ lon: fc.double({ min: 102.7, max: 102.8, noNaN: true }), lat: fc.double({ min: 25, max: 25.1, noNaN: true }) }), { freq: 1 }), lane: fc.constantFrom(null, "北巷", "南巷") }).map(({ communityId, at, lane }) => ({ communityId, ...at, ...(at && lane && { laneId: `${communityId}${lane}` }) }));
const someHours: fc.Arbitrary<WeeklyHours[]> = fc.array(fc.record({ weekday: fc.constantFrom(3, 6, 7), fromMinute: fc.constantFrom(540, 630, 840, 1140), length: fc.constantFrom(45, 90, 180, 300) }).map(({ weekday, fromMinute, length }) => ({ weekday: weekday as WeeklyHours["weekday"], fromMinute, toMinute: fromMinute + length })), { maxLength: 5 });
const someBirth = fc.constantFrom("1996-03-01", "1999-09-09", "2001-02-28", "2004-12-31", null);

export const someResidents = (max: number) => fc.array(fc.record({
  place: somePlace, hours: someHours, birthOn: someBirth, sexAsked: fc.constantFrom(null, null, "female", "male"), languages: someOf("普通话", "昆明话", "彝语"), languagesAsked: fc.oneof(fc.constant([]), someOf("昆明话", "彝语")),
  wants: fc.integer({ min: 1, max: 2 }), interests: someOf("棋类", "音乐", "篮球"), skillsSought: someOf("手语"), contraindications: someOf("养狗"), guardianConsent: fc.constantFrom("not_needed", "not_needed", "not_needed", "not_needed", "not_needed", "given", "missing", "refused"), doNotMatch: someOf("h0"), waitingSinceOn: fc.constantFrom("2024-01-01", "2025-06-01", null),
}), { maxLength: max }).map((list) => list.map((some, r) => aResident({ id: `r${r}`, ...some } as Partial<ResidentNeed> & { id: string })));

export const someHelpers = (max: number) => fc.array(fc.record({
  place: somePlace, hours: someHours, birthOn: someBirth, sex: fc.constantFrom("female", "male", null), languages: someOf("普通话", "昆明话", "彝语"), interests: someOf("棋类", "音乐", "篮球"), skills: someOf("手语"), traits: someOf("养狗"),
  capacity: fc.integer({ min: 0, max: 2 }), eligible: fc.constantFrom(null, { fromOn: "2026-01-01", untilOn: null }, { fromOn: "2026-01-01", untilOn: null }, { fromOn: "2026-01-01", untilOn: null }, { fromOn: "2026-01-01", untilOn: null }, { fromOn: "2027-01-01", untilOn: null }, { fromOn: "2025-01-01", untilOn: "2026-06-01" }),
  readiness: fc.constantFrom(null, { placement: "service_team" as const, missing: 0, sinceOn: "2026-06-01" }, { placement: "reserve" as const, missing: 2, sinceOn: "2024-06-01" }),
}), { maxLength: max }).map((list) => list.map((some, h) => aHelper({ id: `h${h}`, ...some } as Partial<HelperOffer> & { id: string })));

export const anyRules = fc.record({
  hardRules: fc.subarray(HARD_RULES.map((rule) => rule.id)),
  maxMetres: fc.constantFrom(0, 500, 3000, 20_000), travel: fc.constantFrom(null, null, { mode: "walk" as const, maxMinutes: 20 }, { mode: "bus" as const, maxMinutes: 40 }), unknownDistance: fc.constantFrom("allow", "refuse"), minOverlapMinutes: fc.constantFrom(0, 30, 60, 120),
}).map(({ hardRules, ...limits }) => someRules({ hardRules, limits: { maxAgeGapYears: 5, ...limits } as MatchRules["limits"] }));
