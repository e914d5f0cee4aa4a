import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersOf, instrumentOf } from "../testing.ts";
import { coverAll } from "./bands.ts";
import { INSTRUMENTS } from "./catalogue.ts";
import { itemsOf, pressingItems, rangeOf, type Instrument } from "./instrument.ts";
import { scoreAssessment, unknownAnswers, type Answers } from "./score.ts";

const total = (id: string, answers: Answers) => scoreAssessment(instrumentOf(id), answers).total;
const ability = instrumentOf("ability");
const none = { coma: false, dementia: false, mental_disorder: false, care_events: false };

/** Answers that come to a total: items are raised one after the other. */
function reaching(instrument: Instrument, wanted: number): Answers {
  let left = wanted;
  return answersOf(instrument, (values) => {
    const value = [...values].reverse().find((each) => each <= left) ?? values[0]!;
    left -= value;
    return value;
  });
}

test("the ability of elders has 26 items in four parts of 32, 15, 28 and 15: 90 at most", () => {
  expect(itemsOf(ability)).toHaveLength(26);
  expect(ability.parts.map((part) => rangeOf(part).most)).toEqual([32, 15, 28, 15]);
});

describe("every band edge", () => {
  test.each([[90, "whole"], [89, "mild"], [66, "mild"], [65, "moderate"], [46, "moderate"], [45, "severe"], [30, "severe"], [29, "lost"], [0, "lost"]])("ability %i is %s", (value, key) => {
    expect(scoreAssessment(ability, reaching(ability, value), none)).toMatchObject({ total: { value }, band: { key } });
  });
  test.each([[100, "none"], [95, "mild"], [65, "mild"], [60, "moderate"], [45, "moderate"], [40, "severe"], [0, "severe"]])("Barthel %i is %s", (value, key) => {
    expect(scoreAssessment(instrumentOf("barthel"), reaching(instrumentOf("barthel"), value))).toMatchObject({ total: { value }, band: { key } });
  });
  test.each([[12, 48, "low"], [13, 52, "usual"], [0, 0, "low"], [25, 100, "usual"]])("WHO-5 raw %i is %i: %s", (raw, value, key) => {
    expect(scoreAssessment(instrumentOf("who5"), reaching(instrumentOf("who5"), raw))).toMatchObject({ total: { value }, band: { key } });
  });
  test.each([[0, "few"], [9, "few"], [10, "some"], [19, "some"], [20, "many"], [30, "many"]])("needs %i is %s", (value, key) => {
    for (const id of ["needs-person", "needs-carer"]) expect(scoreAssessment(instrumentOf(id), reaching(instrumentOf(id), value))).toMatchObject({ total: { value }, band: { key } });
  });
});

test("social support: objective 2, 6, 7; subjective 1, 3, 4 and the rows of 5; use 8, 9, 10; no bands", () => {
  const answers = { i1: 2, i2: 3, i3: 4, i4: 1, "i5-1": 4, "i5-2": 3, "i5-3": 1, "i5-4": 2, "i5-5": 4, i6: 3, i7: 0, i8: 2, i9: 3, i10: 4 };
  expect(scoreAssessment(instrumentOf("ssrs5"), answers)).toMatchObject({ parts: [{ value: 6 }, { value: 21 }, { value: 9 }], total: { value: 36, least: 12, most: 66 }, band: null });
  const { "i5-5": _, ...four } = answers;
  expect(scoreAssessment(instrumentOf("ssrs4"), four)).toMatchObject({ parts: [{ value: 6 }, { value: 17 }, { value: 9 }], total: { value: 32 } });
  expect(total("ssrs5", four)).toMatchObject({ value: null, missing: 1 });
});

test("risks and strengths are never added up; the worst choices are named", () => {
  const sheet = instrumentOf("risk-strengths");
  const answers = { ...answersOf(sheet, ([least = 0]) => least), i3: 2, i5: 1, i9: 2 };
  expect(scoreAssessment(sheet, answers)).toMatchObject({ parts: [{ value: 3 }, { value: 2 }], total: null, band: null, level: null });
  expect(pressingItems(sheet, answers).map(({ id }) => id)).toEqual(["i3"]);
});

test("what does not apply is neither answered nor missing, and shortens the range", () => {
  const sheet = instrumentOf("home");
  const answers: Answers = { ...answersOf(sheet, () => 1), i1: "na", i9: "na" };
  expect(scoreAssessment(sheet, answers).parts).toMatchObject([{ value: 8, missing: 0, notApplicable: 2, most: 16 }]);
  expect(scoreAssessment(sheet, Object.fromEntries(itemsOf(sheet).map(({ id }) => [id, "na" as const]))).parts).toMatchObject([{ value: null, missing: 0 }]);
});

test("one missing item of our own scale is stood for by the others; two are not scorable", () => {
  const { i1: _, ...nine } = answersOf(instrumentOf("needs-person"), () => 2);
  expect(total("needs-person", nine)).toMatchObject({ value: 20, prorated: true, missing: 1 });
  const { i2: __, ...eight } = nine;
  expect(total("needs-person", eight)).toMatchObject({ value: null, prorated: false, missing: 2 });
});

describe.each(INSTRUMENTS.map((one) => [one.id, one] as const))("%s", (_id, instrument) => {
  const whole = fc.tuple(...itemsOf(instrument).map(({ choices }) => fc.constantFrom(...choices.map(({ value }) => value)))).map((values) => Object.fromEntries(itemsOf(instrument).map(({ id }, index) => [id, values[index]!])));

  test("ids and numbers are unique, bands hold every total once", () => {
    expect(new Set(itemsOf(instrument).map(({ id }) => id)).size).toBe(itemsOf(instrument).length);
    expect(new Set(itemsOf(instrument).map(({ number }) => number)).size).toBe(itemsOf(instrument).length);
    const { total: top, bands } = { total: scoreAssessment(instrument, answersOf(instrument, (values) => Math.max(...values))).total, bands: instrument.total?.bands };
    if (bands && top) expect(coverAll(bands, top.least, top.most)).toBe(true);
  });

  test("licensed items carry no words; our own carry all of theirs", () => {
    const own = instrument.licence.en.includes("Apache");
    for (const { text, choices } of itemsOf(instrument)) expect([text !== undefined, choices.every(({ label }) => label !== undefined)]).toEqual([own, own]);
  });

  test("a higher answer never lowers the total or a part, and the total stays within its range", () => {
    fc.assert(fc.property(whole, fc.nat(), (answers, at) => {
      const item = itemsOf(instrument)[at % itemsOf(instrument).length]!;
      const higher = { ...answers, [item.id]: Math.max(...item.choices.map(({ value }) => value)) };
      const [low, high] = [scoreAssessment(instrument, answers), scoreAssessment(instrument, higher)];
      for (const [index, part] of low.parts.entries()) expect(high.parts[index]!.value!).toBeGreaterThanOrEqual(part.value!);
      if (low.total) {
        expect(high.total!.value!).toBeGreaterThanOrEqual(low.total.value!);
        expect([low.total.value! >= low.total.least, low.total.value! <= low.total.most]).toEqual([true, true]);
      }
    }));
  });

  test("a blank is never a zero: it is counted as missing, and too many make the total not scorable", () => {
    fc.assert(fc.property(whole, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (answers, blanks) => {
      const items = itemsOf(instrument);
      const blank = new Set(blanks.map((at) => items[at % items.length]!.id));
      const part = Object.fromEntries(Object.entries(answers).filter(([id]) => !blank.has(id)));
      const scored = scoreAssessment(instrument, part);
      expect(scored.parts.reduce((sum, { missing }) => sum + missing, 0)).toBe(blank.size);
      for (const [index, { missing, value, prorated }] of scored.parts.entries()) {
        const allowed = instrument.prorating?.mostMissing ?? 0;
        expect(value !== null).toBe(missing <= allowed && missing < instrument.parts[index]!.items.length);
        expect(prorated).toBe(missing > 0 && value !== null);
      }
      if (scored.total && instrument.prorating === null) expect(scored.total.value).toBeNull();
    }));
  });

  test("only what an item offers is an answer", () => {
    const { id, choices } = itemsOf(instrument)[0]!;
    expect(unknownAnswers(instrument, { [id]: choices[0].value })).toEqual([]);
    expect(unknownAnswers(instrument, { [id]: 99, nothing: 1 })).toEqual([id, "nothing"]);
    expect(unknownAnswers(instrument, { [id]: "na" })).toEqual(itemsOf(instrument)[0]!.mayNotApply ? [] : [id]);
  });
});
