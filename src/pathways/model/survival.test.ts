import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedShares } from "./published.ts";
import { kaplanMeier, medianDays, sharesBy, type Observation } from "./survival.ts";

const of = (...times: readonly (number | string)[]): Observation[] => times.map((time) => ({ days: Number.parseInt(String(time), 10), reached: !String(time).endsWith("+") }));

/** Remission in weeks under 6-mercaptopurine; Freireich et al., Blood 21 (1963), as in Gehan 1965 and Kalbfleisch & Prentice, table 1.1. */
const SIX_MP = of(6, 6, 6, "6+", 7, "9+", 10, "10+", "11+", 13, 16, "17+", "19+", "20+", 22, 23, "25+", "32+", "32+", "34+", "35+");

test("the published 6-MP example: estimate, Greenwood's error and the log(−log) band to four places", () => {
  const points = kaplanMeier(SIX_MP).map(({ days, atRisk, events, staying, error, low, high }) => [days, atRisk, events, ...[staying, error, low, high].map((value) => Number(value.toFixed(4)))]);
  expect(points).toEqual([
    [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
    [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
    [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
    [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
    [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
    [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
    [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
  ]);
  expect(medianDays(kaplanMeier(SIX_MP))).toBe(23);
});

test("the placebo arm of the same trial has no censoring: the estimate is the plain share, its error the binomial's", () => {
  const placebo = of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
  for (const { days, staying, error } of kaplanMeier(placebo)) {
    const share = placebo.filter((one) => one.days > days).length / 21;
    expect(staying).toBeCloseTo(share, 12);
    expect(error).toBeCloseTo(Math.sqrt((share * (1 - share)) / 21), 12);
  }
  expect(medianDays(kaplanMeier(placebo))).toBe(8);
});

/** Efron's other way to the same number: everybody weighs one n-th; who is censored hands their weight on to all who are watched longer. */
function handedOn(observations: readonly Observation[], day: number): number {
  const line = observations.toSorted((a, b) => a.days - b.days || Number(b.reached) - Number(a.reached)).map((one) => ({ ...one, weight: 1 / observations.length }));
  let gone = 0;
  for (const [index, one] of line.entries()) {
    if (one.days > day) break;
    const later = line.slice(index + 1);
    if (one.reached) gone += one.weight;
    else for (const next of later) next.weight += one.weight / later.length;
  }
  return 1 - gone;
}

const someTimes = fc.array(fc.record({ days: fc.integer({ min: 0, max: 40 }), reached: fc.boolean() }), { minLength: 1, maxLength: 60 });

test("agrees with the slow way of handing weights on, at every step, for any times", () => {
  fc.assert(fc.property(someTimes, (observations) => {
    for (const { days, staying, low, high } of kaplanMeier(observations)) {
      expect(staying).toBeCloseTo(handedOn(observations, days), 9);
      expect(low).toBeLessThanOrEqual(staying + 1e-12);
      expect(high).toBeGreaterThanOrEqual(staying - 1e-12);
    }
  }), { numRuns: 400 });
});

test("Greenwood's variance agrees with the sum written out day by day in whole numbers", () => {
  fc.assert(fc.property(someTimes, (observations) => {
    for (const { days, staying, error } of kaplanMeier(observations)) {
      if (staying === 0) continue;
      let [over, under] = [0n, 1n];
      for (let day = 0; day <= days; day += 1) {
        const atRisk = BigInt(observations.filter((one) => one.days >= day).length);
        const events = BigInt(observations.filter((one) => one.days === day && one.reached).length);
        if (events === 0n) continue;
        const part = atRisk * (atRisk - events);
        [over, under] = [over * part + events * under, under * part];
      }
      const scale = 10n ** 18n;
      expect(error ** 2 / staying ** 2).toBeCloseTo(Number((over * scale) / under) / 1e18, 9);
    }
  }), { numRuns: 200 });
});

test("nobody reached it, nobody there: no steps, no median; days nobody was watched for are left out", () => {
  expect(kaplanMeier([])).toEqual([]);
  expect(kaplanMeier(of("5+", "9+"))).toEqual([]);
  expect(medianDays(kaplanMeier(of("5+", 6, "9+", "9+", "9+")))).toBeNull();
  expect(sharesBy(of(10, "40+", "50+"), [30, 90])).toMatchObject([{ days: 30, atRisk: 2, share: expect.closeTo(1 / 3, 12) as number }]);
  expect(kaplanMeier(of(4))).toMatchObject([{ staying: 0, low: 0, high: 1 }]);
});

test("for readers without rows no two marks differ by fewer than five, and nobody sees the last few", () => {
  fc.assert(fc.property(someTimes, (observations) => {
    let before = 0;
    for (const { days, atRisk } of publishedShares(observations, [5, 10, 15, 20, 30, 40], 5)) {
      const reached = observations.filter((one) => one.reached && one.days <= days).length;
      expect(atRisk).toBeGreaterThanOrEqual(5);
      expect(reached === before || reached - before >= 5).toBe(true);
      before = reached;
    }
  }));
});
