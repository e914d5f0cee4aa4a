import type { HelperOffer, Place, ResidentNeed, WeeklyHours } from "../../src/matching/model/candidates/people.ts";

/** Kilometres to a side of the made-up city. */
const CITY_KM = 30;
const COMMUNITY_KM = 1;
const INTERESTS = ["篮球", "音乐", "棋类", "看电影", "做饭", "摄影", "散步", "绘画", "电子游戏", "手工", "养宠物", "唱歌", "书法", "太极", "园艺", "烘焙"];
const SKILLS = ["手语", "会开车", "急救", "理发", "修电脑"];
const DIALECTS = ["昆明话", "彝语", "白语", "四川话"];

/** Residents and volunteers of a made-up city, the same for the same seed: everybody has a point, half-days, likes; some ask for a sex, a dialect, or must avoid something. */
export function madeUpRound(residents: number, helpers: number, { seed = 1, cityKm = CITY_KM } = {}): { residents: ResidentNeed[]; helpers: HelperOffer[] } {
  const { chance, some, one } = drawing(seed);
  const place = (): Place => {
    const [x, y] = [chance() * cityKm, chance() * cityKm];
    return { communityId: `${Math.floor(x / COMMUNITY_KM)}-${Math.floor(y / COMMUNITY_KM)}`, lon: 102.6 + x / 100.8, lat: 24.9 + y / 111.195 };
  };
  const hours = (most: number): WeeklyHours[] => Array.from({ length: 1 + Math.floor(chance() * most) }, () => {
    const fromMinute = one([480, 540, 840, 870, 1110]);
    return { weekday: (1 + Math.floor(chance() * 7)) as WeeklyHours["weekday"], fromMinute, toMinute: fromMinute + one([90, 120, 180, 240]) };
  });
  const birth = () => `${1990 + Math.floor(chance() * 16)}-0${1 + Math.floor(chance() * 9)}-14`;
  const sex = () => one(["female", "male"] as const);
  const languages = () => ["普通话", ...some(DIALECTS, 0.2)];
  return {
    residents: Array.from({ length: residents }, (_, r): ResidentNeed => ({
      id: `r${r}`, wants: chance() < 0.1 ? 2 : 1, place: place(), hours: hours(4), birthOn: birth(), sex: sex(), sexAsked: chance() < 0.3 ? sex() : null, languages: languages(), languagesAsked: chance() < 0.1 ? [one(DIALECTS)] : [],
      interests: some(INTERESTS, 0.2), skillsSought: chance() < 0.2 ? [one(SKILLS)] : [], contraindications: chance() < 0.05 ? ["养宠物"] : [], doNotMatch: chance() < 0.02 ? [`h${Math.floor(chance() * helpers)}`] : [],
      guardianConsent: chance() < 0.02 ? "missing" : "not_needed", formerFriends: chance() < 0.1 ? [`h${Math.floor(chance() * helpers)}`] : [], waitingSinceOn: `2026-0${1 + Math.floor(chance() * 9)}-01`,
    })),
    helpers: Array.from({ length: helpers }, (_, h): HelperOffer => {
      const interests = some(INTERESTS, 0.2);
      return {
        id: `h${h}`, capacity: 1 + Math.floor(chance() * 3), place: place(), hours: hours(5), birthOn: birth(), sex: sex(), languages: languages(), interests, skills: some(SKILLS, 0.2), traits: interests, doNotMatch: [],
        eligible: chance() < 0.03 ? null : { fromOn: "2026-01-01", untilOn: chance() < 0.05 ? "2026-10-01" : null },
        readiness: { placement: chance() < 0.3 ? "reserve" : "service_team", missing: chance() < 0.3 ? 1 : 0, sinceOn: "2026-03-01" },
      };
    }),
  };
}

function drawing(seed: number) {
  let state = seed | 0;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { chance, some: <T>(items: readonly T[], share: number): T[] => items.filter(() => chance() < share), one: <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)]! };
}
