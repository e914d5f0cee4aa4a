import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RULES, STAY, type MemberKey } from "../plan.ts";
import { whyNobody } from "./asks.ts";
import { ASKS_NOTHING, type Day, type DayMember, type DayTeam, type DayVisit } from "./day.ts";
import { begunOf, changesBetween, keptAt, openOrders } from "./replan.ts";
import { replanDay, refitDay, solveDay } from "./solve-day.ts";

const member = (n: number, over: Partial<DayMember> = {}): DayMember => ({ key: `staff:00000000-0000-4000-8000-00000000000${n}` as MemberKey, sex: n % 2 ? "female" : "male", languages: n === 1 ? ["彝语"] : ["昆明话"], skills: [], ...over });
const team = (n: number, over: Partial<DayTeam> = {}): DayTeam => ({ id: `t${n}`, members: [member(n)], out: false, mode: "bicycle", from: 540, until: 1020, lunch: { minutes: 60, from: 690, until: 840 }, ...over });
const visit = (n: number, over: Partial<DayVisit> = {}): DayVisit => ({
  personId: `p${n}`, at: { lon: 102.7 + 0.004 * (n % 4), lat: 25.04 + 0.003 * Math.floor(n / 4) }, minutes: 35, from: null, until: null, people: 1, weight: 1, lockedTo: null, asks: ASKS_NOTHING, barred: false, ...over,
});
const day = (over: Partial<Day> = {}): Day => ({ start: { lon: 102.7, lat: 25.04 }, teams: [team(1), team(2), team(3)], visits: Array.from({ length: 12 }, (_, n) => visit(n, n === 5 ? { people: 2 } : {})), rules: DEFAULT_RULES, begun: null, ...over });
const stopsOf = (plan: ReturnType<typeof solveDay>) => plan.tours.flatMap(({ teamId, stops }) => stops.map((stop) => ({ teamId, ...stop })));

test("a visit for two is made by two who meet, at one moment, and both sheets name the other", () => {
  const met = stopsOf(solveDay(day(), 1)).filter(({ personId }) => personId === "p5");
  expect(met).toHaveLength(2);
  expect([met[0]!.begin, met[0]!.withTeamId, met[1]!.withTeamId]).toEqual([met[1]!.begin, met[1]!.teamId, met[0]!.teamId]);
});

test("what is asked of a visitor holds: tongue, skill, women or men, a name, somebody not; each has its reason where nobody fits", () => {
  const asked = { yi: visit(0, { asks: { ...ASKS_NOTHING, languages: ["彝语", "苗语"] } }), men: visit(1, { asks: { ...ASKS_NOTHING, sex: "male" } }), named: visit(2, { asks: { ...ASKS_NOTHING, wanted: member(3).key } }), never: visit(3, { asks: { ...ASKS_NOTHING, never: [member(1).key, member(2).key] } }) };
  const at = new Map(stopsOf(solveDay(day({ visits: Object.values(asked) }), 1)).map(({ personId, teamId }) => [personId, teamId]));
  expect(Object.values(asked).map(({ personId }) => at.get(personId))).toEqual(["t1", "t2", "t3", "t3"]);
  const one = [team(1)];
  const why = (over: Partial<DayVisit["asks"]>, more: Partial<DayVisit> = {}, teams = one) => whyNobody(teams, visit(0, { ...more, asks: { ...ASKS_NOTHING, ...over } }));
  expect(why({ languages: ["苗语"] })).toEqual({ reason: "nobody_speaks", what: "苗语" });
  expect(why({ skills: ["手语"] })).toEqual({ reason: "nobody_skilled", what: "手语" });
  expect(why({ sex: "male" })).toEqual({ reason: "nobody_of_sex", what: "male" });
  expect(why({ wanted: member(9).key })).toEqual({ reason: "wanted_not_out" });
  expect(why({ never: [member(1).key] })).toEqual({ reason: "all_barred" });
  expect(why({}, { people: 2 })).toEqual({ reason: "too_few" });
  expect(why({ sex: "female", languages: ["昆明话"] }, {}, [team(1), team(2)])).toBeNull();
  expect(solveDay(day({ teams: one, visits: [visit(0, { asks: { ...ASKS_NOTHING, languages: ["苗语"] } })] }), 1).left).toEqual([{ personId: "p0", reason: "nobody_speaks", what: "苗语" }]);
});

test("when a team falls out, what was begun stays, the others keep what they have, and the rest goes to them", () => {
  const before = solveDay(day(), 1);
  const gone = before.tours[0]!.teamId;
  const begun = keptAt(before, 640, { teamId: gone, stops: "begun" });
  const now = day({ begun, teams: day().teams.map((one) => (one.id === gone ? { ...one, out: true } : one)) });
  const after = replanDay(now, { orders: openOrders(before, begun), ...STAY.few }, 1);
  expect(after.left).toEqual([]);
  const moved = changesBetween(before, after).filter(({ kind }) => kind === "moved");
  const released = before.tours[0]!.stops.slice(begun.kept[gone]!.stops.length).map(({ personId }) => personId);
  expect(moved.map(({ personId }) => personId).toSorted()).toEqual(released.toSorted());
  expect(Object.entries(begunOf(after)!.kept).map(([id, { stops }]) => [id, stops])).toEqual(after.tours.map(({ teamId }) => [teamId, begun.kept[teamId]?.stops ?? []]));
  expect(refitDay({ ...now, begun: begunOf(after) }, openOrders(after, begun)).tours.map(({ stops }) => stops)).toEqual(after.tours.map(({ stops }) => stops));
});

test("whenever and whoever it is: nothing that was begun changes, nobody sets out for anything new before, and the two of a meeting stay together", () => {
  const plans = new Map<number, ReturnType<typeof solveDay>>();
  fc.assert(fc.property(fc.integer({ min: 500, max: 1000 }), fc.constantFrom("t1", "t2", "t3"), fc.constantFrom("out", "late", "foot"), fc.integer({ min: 0, max: 3 }), (minute, teamId, kind, pair) => {
    const visits = day().visits.map((one, n) => (n === pair || n === 5 ? { ...one, people: 2 } : one));
    const before = plans.get(pair) ?? solveDay(day({ visits }), 1);
    plans.set(pair, before);
    const begun = keptAt(before, minute, { teamId, stops: kind === "foot" ? "under_way" : "begun" });
    const changed = (one: DayTeam): DayTeam => (one.id !== teamId ? one : kind === "out" ? { ...one, out: true } : kind === "late" ? { ...one, from: Math.max(one.from, minute) } : { ...one, mode: "foot" });
    const after = replanDay(day({ visits, begun, teams: day().teams.map(changed) }), { orders: openOrders(before, begun), ...STAY.some }, 1);
    for (const { teamId: id, stops, kept = 0 } of after.tours) {
      expect(stops.slice(0, kept)).toEqual(begun.kept[id]?.stops ?? []);
      for (const stop of stops.slice(kept)) {
        expect(stop.arrive - stop.wayMinutes).toBeGreaterThanOrEqual(minute);
        expect(kind === "out" && id === teamId).toBe(false);
        const other = after.tours.find((tour) => tour.teamId === stop.withTeamId)?.stops.find(({ personId }) => personId === stop.personId);
        if (stop.withTeamId !== undefined) expect(other).toMatchObject({ begin: stop.begin, withTeamId: id });
      }
    }
    const everybody = [...new Set(stopsOf(after).map(({ personId }) => personId)), ...after.left.map(({ personId }) => personId)];
    expect(everybody.toSorted()).toEqual(visits.map(({ personId }) => personId).toSorted());
  }), { numRuns: 25 });
});
