import { addDays } from "#kernel/calendar.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readFilter, rowsAddress } from "./filter.ts";
import { flowOf, heightOfWay, heightsByPopulation, observationsOf, reachedOn, wayOf, type Climber } from "./ladder.ts";
import { HOUSE_PATH, PathForm, pathOn } from "./path.ts";
import { heightOf, isAsked, STEPS, type Stand, type Step } from "./steps.ts";

const TODAY = "2026-11-22";
const plain = ({ carer }: { carer: boolean }) => (carer ? "carer" : "resident");
const stand = (step: Step, firstOn: string, times = 1): Stand => ({ step, firstOn, lastOn: firstOn, times });
const climber = (stands: Stand[], over: Partial<Climber> = {}): Climber => ({ personId: "p", birthOn: "2000-01-01", disabilityType: null, deceasedOn: null, caring: [], stands, ...over });
const way = (stands: Stand[], over: Partial<Climber> = {}) => wayOf(climber(stands, over), TODAY, plain);

test("the young man's way: helped, taking part, helping, leading; who leads has organised", () => {
  const stands = [stand("helped", "2026-01-10"), stand("joined", "2026-03-01"), stand("helping", "2026-06-01"), stand("leading", "2026-09-01")];
  const his = way(stands);
  expect(his).toMatchObject({ entryOn: "2026-01-10", cameToHelp: false });
  expect(his.climbed.map(({ step }) => step)).toEqual(["helped", "joined", "helping", "leading"]);
  expect(reachedOn(stands, "organising")).toBe("2026-09-01");
  expect(observationsOf([his], "organising")).toEqual([{ days: 234, reached: true }]);
  expect(heightOfWay(his)).toBe("leading");
});

test("who helped before, or on the day, they first took part came as a helper and is not on the ladder", () => {
  expect(way([stand("helping", "2026-02-01"), stand("joined", "2026-03-01")]).cameToHelp).toBe(true);
  expect(way([stand("helping", "2026-03-01"), stand("joined", "2026-03-01")]).cameToHelp).toBe(true);
  expect(way([stand("organising", "2026-03-01")])).toMatchObject({ cameToHelp: true, entryOn: null });
  expect(observationsOf([way([stand("organising", "2026-03-01")])], "organising")).toEqual([]);
});

test("who died is watched until that day; who has not helped yet until today; a carer counts as one only in those days", () => {
  expect(observationsOf([way([stand("joined", "2026-11-01")], { deceasedOn: "2026-11-11" })], "helping")).toEqual([{ days: 10, reached: false }]);
  expect(observationsOf([way([stand("joined", "2026-11-01")])], "helping")).toEqual([{ days: 21, reached: false }]);
  const caring = [{ fromOn: "2026-01-01", untilOn: "2026-06-01" }];
  expect([way([stand("joined", "2026-05-31")], { caring }).population, way([stand("joined", "2026-06-01")], { caring }).population]).toEqual(["carer", "resident"]);
});

test("flow and furthest steps agree for any lives: nobody is lost, nobody counts twice", () => {
  const lives = fc.array(fc.uniqueArray(fc.constantFrom(...STEPS), { minLength: 1 }).chain((steps) => fc.tuple(...steps.map((step) => fc.integer({ min: 0, max: 300 }).map((days) => stand(step, addDays("2026-01-01", days)))))), { maxLength: 30 });
  fc.assert(fc.property(lives, (all) => {
    const ways = all.map((stands) => way(stands));
    const [flow, heights] = [flowOf(ways), heightsByPopulation(ways, ["resident", "carer"])];
    expect(heights.at(-1)!.at(-1)).toBe(ways.length);
    for (const [index, step] of STEPS.entries()) {
      expect(flow[index]![5]).toBe(heights.at(-1)![index]);
      expect(flow[index]![6]).toBe(ways.filter(({ climbed }) => climbed.some((one) => one.step === step)).length);
      expect(flow[index]!.slice(0, index + 1).every((value) => value === 0)).toBe(true);
    }
    for (const { climbed } of ways) expect(climbed.every(({ step }, index) => index === 0 || heightOf(step) > heightOf(climbed[index - 1]!.step))).toBe(true);
  }));
});

test("a figure's address holds what it counts and nothing else; nonsense in it is left out", () => {
  expect(rowsAddress({ at: "helping", population: "elder" })).toBe("/pathways/rows?at=helping&population=elder");
  expect(readFilter(new URLSearchParams("at=helping&population=%27x&from=nowhere&asOf=2026-02-30"))).toEqual({ at: "helping" });
  expect(STEPS.map(isAsked)).toEqual([false, false, true, true, true]);
});

test("the path of the house holds until the organisation's own begins; its form is one line each", () => {
  const own = { ...HOUSE_PATH, version: 1, fromOn: "2026-11-20", verified: "2026-11-20" };
  expect([pathOn([], TODAY).version, pathOn([own], "2026-11-19").version, pathOn([own], TODAY).version]).toEqual([0, 0, 1]);
  const read = PathForm.parse({ version: "0", askAgainDays: "60", limits: "名单\n\n 电话 ", helpingNeeds: "愿意", helpingAfter: "3", organisingAfter: "4", leadingAfter: "5" });
  expect(read).toMatchObject({ content: { askAgainDays: 60, limits: ["名单", "电话"], steps: { helping: { needs: ["愿意"], support: [], afterTimes: 3 }, leading: { afterTimes: 5 } } } });
});
