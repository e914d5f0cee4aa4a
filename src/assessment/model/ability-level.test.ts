import fc from "fast-check";
import { expect, test } from "vitest";
import { instrumentOf } from "../testing.ts";
import { abilityLevel, bandKeyOfLevel, WORSENING, type FactAnswers } from "./ability-level.ts";
import { bandOf } from "./bands.ts";

const bands = instrumentOf("ability").total!.bands;
const at = (total: number) => bandOf(bands, total);
const NO: FactAnswers = { coma: false, dementia: false, mental_disorder: false, care_events: false };

test.each([[90, 0], [89, 1], [66, 1], [65, 2], [46, 2], [45, 3], [30, 3], [29, 4], [0, 4]])("a total of %i is level %i", (total, level) => {
  expect(abilityLevel(at(total), NO)).toMatchObject({ level, worsened: false });
});

test.each([[90, 1], [89, 2], [65, 3], [45, 4], [29, 4]])("a total of %i with one reason is level %i, and no worse with three", (total, level) => {
  for (const fact of WORSENING) expect(abilityLevel(at(total), { ...NO, [fact]: true }).level).toBe(level);
  expect(abilityLevel(at(total), { ...NO, dementia: true, mental_disorder: true, care_events: true }).level).toBe(level);
});

test("coma is level 4 whatever the total, and without one", () => {
  for (const band of [at(90), at(0), null]) expect(abilityLevel(band, { coma: true })).toEqual({ level: 4, byComa: true, worsened: false, unknown: [] });
});

test("what is not known is not taken for no", () => {
  expect(abilityLevel(at(70), {})).toMatchObject({ level: null, unknown: ["coma", ...WORSENING] });
  expect(abilityLevel(at(70), { ...NO, dementia: true, care_events: undefined as never })).toMatchObject({ level: 2, worsened: true });
  expect(abilityLevel(at(10), {})).toMatchObject({ level: 4, unknown: [] });
  expect(abilityLevel(at(45), { dementia: true })).toMatchObject({ level: 4, unknown: [] });
  expect(abilityLevel(null, NO).level).toBeNull();
});

test("knowing more never changes a level that was given", () => {
  const known = fc.option(fc.boolean(), { nil: undefined });
  fc.assert(fc.property(fc.integer({ min: 0, max: 90 }), fc.tuple(known, known, known, known), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()), (total, some, rest) => {
    const names = ["coma", ...WORSENING];
    const facts = Object.fromEntries(names.flatMap((name, index) => (some[index] === undefined ? [] : [[name, some[index]]])));
    const whole = Object.fromEntries(names.map((name, index) => [name, some[index] ?? rest[index]!]));
    const { level } = abilityLevel(at(total), facts);
    if (level !== null) expect(abilityLevel(at(total), whole).level).toBe(level);
    expect(abilityLevel(at(total), whole).level).not.toBeNull();
  }));
});

test("levels are named in the order of the bands", () => {
  expect([0, 1, 2, 3, 4].map((level) => bandKeyOfLevel(level as 0))).toEqual(bands!.lines.map(({ key }) => key).toReversed());
});
