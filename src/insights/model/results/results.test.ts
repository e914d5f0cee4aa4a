import fc from "fast-check";
import { expect, test } from "vitest";
import { unitsOf, type ResultFacts, type Yardsticks } from "./count.ts";
import { fitsFilter, spanAsked, spanPublished } from "./filter.ts";
import { linesFor } from "./lines.ts";
import { sharesOf, tableOf } from "./tables.ts";
import { CATEGORIES, MEASURES, type ResultUnit } from "./units.ts";

const SPAN = { from: "2026-01-01", to: "2026-12-31" };
const BY: Yardsticks = {
  populationOf: ({ ageYears, disabled }) => (ageYears !== null && ageYears >= 60 ? "elder" : disabled ? "disabled_youth" : "resident"), keptMonths: [1, 3],
  attainmentNow: (goals, ratings) => ({ baseline: 30, now: goals.every(({ goalId }) => ratings.some((one) => one.goalId === goalId)) ? 55 : null }),
  levelOn: (goalId, ratings) => ratings.findLast((one) => one.goalId === goalId)?.level,
  comparerOf: (id) => (id === "none" ? null : (now, before) => ({ direction: now === before ? "same" : now > before ? "better" : "worse", matters: id === "who5" ? Math.abs(now - before) >= 10 : null })),
};
const NOTHING: ResultFacts = { persons: [{ personId: "a", birthOn: null, disabilityType: "4", caresFor: null }, { personId: "b", birthOn: "1950-01-01", disabilityType: null, caresFor: "a" }, { personId: "d", birthOn: "1950-01-01", disabilityType: null, caresFor: null }], cases: [], goals: [], ratings: [], scores: [], needs: [], spells: [], relief: [] };
const counted = (facts: Partial<ResultFacts>) => unitsOf({ ...NOTHING, ...facts }, SPAN, BY);
const score = (onDay: string, total: number | null, over: object = {}) => ({ recordId: `${onDay}${total}`, personId: "a", instrumentId: "who5", version: 1, onDay, total, ...over });

test("first against last of one version; a small change of a scale with a limit is none; once, and blanks, are never nought", () => {
  const of = (...scores: ReturnType<typeof score>[]) => counted({ scores }).map(({ category, before, value }) => [category, before, value]);
  expect(of(score("2025-03-01", 20), score("2026-03-01", 28))).toEqual([["same", 20, 28]]);
  expect(of(score("2025-03-01", 20), score("2026-02-01", 0), score("2026-03-01", 32))).toEqual([["better", 20, 32]]);
  expect(of(score("2026-03-01", 28))).toEqual([["once", null, 28]]);
  expect(of(score("2026-03-01", null))).toEqual([["unscored", null, null]]);
  expect(of(score("2026-03-01", 28), score("2026-05-01", null))).toEqual([["once", null, 28]]);
  expect(of(score("2025-01-01", 20), score("2025-12-31", 60))).toEqual([]);
  expect(of(score("2026-01-01", 20), score("2026-06-01", 60, { version: 2 }))).toEqual([["once", null, 20], ["once", null, 60]]);
  expect(of(score("2026-01-01", 5, { instrumentId: "own" }), score("2026-06-01", 4, { instrumentId: "own" }))).toEqual([["worse", 5, 4]]);
  expect(of(score("2026-01-01", null, { instrumentId: "none" }))).toEqual([]);
});

test("a goal nobody rated is apart, and without it there is no T-score", () => {
  const goal = (goalId: string) => ({ planId: "p", caseId: null, personId: "a", settledOn: "2026-02-01", goalId, baselineLevel: -2 as const, weight: 1 });
  const rating = (goalId: string, level: -1 | 0 | 2) => ({ planId: "p", goalId, level, onDay: "2026-05-01", number: 1 });
  const of = (...ratings: ReturnType<typeof rating>[]) => counted({ goals: [goal("1"), goal("2")], ratings }).map(({ measure, category, value }) => `${measure} ${category} ${value}`);
  expect(of(rating("1", 0))).toEqual(["goals attained 0", "goals unrated null", "plans unrated null"]);
  expect(of(rating("1", 2), rating("2", -1))).toEqual(["goals attained 2", "goals below -1", "plans reached 55"]);
});

test("needs as they stood at the end; whoever does not let their data be kept is not counted", () => {
  const need = (needId: string, status: string, statusOn: string, over: object = {}) => ({ needId, personId: "a", population: "carer", code: "relief.hours", heardOn: "2025-06-01", status, statusOn, ...over });
  const units = counted({ needs: [need("1", "met", "2026-05-01"), need("2", "met", "2025-12-31"), need("3", "answering", "2025-07-01"), need("4", "withdrawn", "2026-05-01"), need("5", "met", "2027-01-02"), need("6", "unmet", "2026-12-31"), need("7", "met", "2026-05-01", { personId: "withheld" })] });
  expect(units.map(({ key, category, population }) => `${key} ${category} ${population}`)).toEqual(["needs 1 met carer", "needs 3 waiting carer", "needs 5 waiting carer", "needs 6 unmet carer"]);
});

test("relief stands under the programme of the carer's case, else of whom they care for; jobs by the days they were looked at", () => {
  const one = (caseId: string, personId: string, programmeId: string | null, population = "disabled_youth", over: object = {}) => ({ caseId, personId, programmeId, population, openedOn: "2026-01-05", closedOn: null, ...over });
  const relief = { kind: "respite" as const, sourceId: "s", carerId: "b", onDay: "2026-03-01", minutes: 120, to: "/encounters/s" };
  expect(counted({ relief: [relief], cases: [one("k", "a", "P")] })).toMatchObject([{ programmeId: "P", population: "carer", value: 120 }]);
  expect(counted({ relief: [relief], cases: [one("k", "a", "P"), one("l", "b", "Q", "carer")] })).toMatchObject([{ programmeId: "Q", population: "carer" }]);
  const spell = { personId: "a", caseId: "k", lastJobId: "j", begunOn: "2026-10-15", kept: { 1: "kept", 3: "not_yet" } as const };
  expect(counted({ spells: [spell], cases: [one("k", "a", "P"), one("n", "a", null)] })).toMatchObject([{ category: "kept", subject: "1", onDay: "2026-11-15", programmeId: "P" }]);
  const lineOf = linesFor(NOTHING.persons, [one("old", "a", "P", "child", { closedOn: "2025-12-01", openedOn: "2025-01-01" }), one("new", "a", "Q")], SPAN, BY.populationOf);
  expect([lineOf("a"), lineOf("a", "old"), lineOf("b"), lineOf("d"), lineOf("c")]).toEqual([{ programmeId: "Q", population: "disabled_youth" }, { programmeId: "P", population: "child" }, { programmeId: "Q", population: "carer" }, { programmeId: null, population: "elder" }, null]);
});

const anyUnit = fc.record({ measure: fc.constantFrom(...MEASURES), nth: fc.nat(4), programmeId: fc.constantFrom("P", "Q", null), population: fc.constantFrom("elder", "carer"), person: fc.nat(12) })
  .map(({ measure, nth, person, ...line }): ResultUnit => ({ ...line, key: "", measure, category: CATEGORIES[measure][nth % CATEGORIES[measure].length]!, personId: String(person), caseId: null, subject: "", value: 1, before: 0, onDay: "2026-03-01", to: "/" }));
const LINES = { programmeIds: ["P", "Q"], populations: ["elder", "carer"] };

test("every unit stands in one cell, sums are sums of cells, and what the filter of a cell finds is its number", () => {
  fc.assert(fc.property(fc.array(anyUnit, { maxLength: 80 }), fc.constantFrom(...MEASURES), (units, measure) => {
    const { rows } = tableOf(measure, units, LINES, null);
    const total = rows.at(-1)!;
    expect(total.cells.at(-1)).toBe(units.filter((one) => one.measure === measure).length);
    for (const [column, value] of total.cells.entries()) expect(rows.slice(0, -1).reduce((sum, { cells }) => sum + cells[column]!, 0)).toBe(value);
    for (const { line, cells } of rows) {
      expect(cells.slice(0, -1).reduce<number>((sum, value) => sum + value!, 0)).toBe(cells.at(-1));
      for (const [index, category] of CATEGORIES[measure].entries()) {
        const filter = { measure, category, ...(line && { programme: line.programmeId ?? "none", population: line.population }) };
        expect(units.filter((one) => fitsFilter(one, filter)).length).toBe(cells[index]);
      }
    }
  }));
});

test("hidden cells are hidden by persons, and a picture with a hidden part is not drawn", () => {
  const units = Array.from({ length: 9 }, (_, index): ResultUnit => ({ key: String(index), measure: "needs", category: "met", programmeId: "P", population: "elder", personId: "one person", caseId: null, subject: "", value: null, before: null, onDay: "2026-03-01", to: "/" }));
  const seen: (readonly (readonly number[])[])[] = [];
  const hidden = MEASURES.map((measure) => tableOf(measure, units, LINES, (counts, persons) => { seen.push(persons); return counts.map((row) => row.map(() => null)); }));
  expect(seen).toEqual([[[1, 0, 0, 1], [1, 0, 0, 1]]]);
  expect(sharesOf(hidden, "elder")).toEqual([]);
  expect(sharesOf(MEASURES.map((measure) => tableOf(measure, units, LINES, null)), "elder")).toEqual([{ measure: "needs", reached: 9, of: 9, missing: 0 }]);
});

test("a span is never beyond today nor the wrong way round; what is published ends with a month", () => {
  expect(spanAsked({}, "2026-11-22")).toEqual({ from: "2026-01-01", to: "2026-11-22" });
  expect(spanAsked({ from: "2026-12-01", to: "2026-03-01" }, "2026-11-22")).toEqual({ from: "2026-03-01", to: "2026-11-22" });
  expect(spanAsked({ to: "2030-01-01" }, "2026-11-22").to).toBe("2026-11-22");
  expect(spanPublished("2026-01-15")).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  expect(spanPublished("2026-11-22")).toEqual({ from: "2026-01-01", to: "2026-10-31" });
});
