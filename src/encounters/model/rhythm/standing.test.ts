import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { rhythmOn, TIERS } from "./rhythm-pack.ts";
import { inRhythmOrder, rhythmStanding } from "./standing.ts";

const TODAY = "2026-11-22";
const NOBODY = { birthOn: null, disabilityType: null, disabilityGrade: null, alone: false, longAtHome: false, lastOn: null, strain: null };
const pack = rhythmOn(TODAY);

test("each thing known adds its named points, and what is not known adds none", () => {
  const { parts, points } = rhythmStanding({ tier: "high", setOn: "2026-11-01" }, { ...NOBODY, birthOn: "1944-02-01", disabilityType: 4, disabilityGrade: 2, alone: true, lastOn: "2026-08-01" }, pack, TODAY);
  expect(parts.map(({ part }) => part).toSorted()).toEqual(["age80", "alone", "quiet90", "severe"]);
  expect(points).toBe(12);
  expect(rhythmStanding({ tier: "low", setOn: TODAY }, NOBODY, pack, TODAY)).toMatchObject({ points: 3, parts: [{ part: "never" }] });
});

test("the strain of a carer adds its own part, and under the rules of before it counted for nothing", () => {
  const points = (strain: string | null, day: string) => rhythmStanding({ tier: "low", setOn: "2026-01-05" }, { ...NOBODY, lastOn: day, strain }, rhythmOn(day), day);
  expect(points("many", TODAY)).toMatchObject({ points: 3, parts: [{ part: "carer_many" }] });
  expect(points("some", TODAY).points).toBe(1);
  expect(points("few", TODAY).parts).toEqual([]);
  expect(points("many", "2026-10-31").parts).toEqual([]);
});

test("overdue begins the day after the rhythm has passed, from the last contact or from the day it was set", () => {
  fc.assert(fc.property(fc.constantFrom(...TIERS), fc.integer({ min: 0, max: 200 }), fc.boolean(), (tier, days, met) => {
    const began = addDays(TODAY, -days);
    const standing = rhythmStanding({ tier, setOn: met ? "2020-01-01" : began }, { ...NOBODY, lastOn: met ? began : null }, pack, TODAY);
    expect(standing.overdueDays).toBe(Math.max(0, days - pack.tierDays[tier]));
  }));
});

test("whoever is overdue stands before whoever is not, and among them the points decide", () => {
  const rows = [["2026-11-20", "1990-01-01"], ["2026-01-01", "1990-01-01"], ["2026-01-02", "1940-01-01"]].map(([lastOn, birthOn]) => rhythmStanding({ tier: "middle", setOn: TODAY }, { ...NOBODY, lastOn: lastOn!, birthOn: birthOn! }, pack, TODAY));
  expect(inRhythmOrder(rows)).toEqual([rows[2], rows[1], rows[0]]);
});
