import fc from "fast-check";
import { expect, test } from "vitest";
import { byMonth, figuresOf, hideSmall, type Line, rising } from "./figures.ts";

const line = (sessionId: string, personId: string, happenedOn = "2026-11-02", role: Line["role"] = "participant"): Line => ({ sessionId, personId, happenedOn, minutes: 90, role });

test("two who came twice and a carer who came once: two sessions, five person-times, three persons", () => {
  expect(figuresOf([line("a", "王"), line("a", "李"), line("b", "王"), line("b", "李"), line("b", "李家属", undefined, "companion"), line("b", "志愿者", undefined, "volunteer")]))
    .toEqual({ sessions: 2, personTimes: 5, persons: 3, volunteers: 1, volunteerTimes: 1 });
});

test("person-times of the months add up to the year's, persons do not", () => {
  const lines = fc.array(fc.record({ session: fc.integer({ min: 0, max: 30 }), person: fc.integer({ min: 0, max: 8 }), month: fc.integer({ min: 1, max: 12 }) }), { maxLength: 80 });
  fc.assert(fc.property(lines, (rows) => {
    const all = rows.map(({ session, person, month }) => line(`${session}|${month}`, `p${person}`, `2026-${String(month).padStart(2, "0")}-05`));
    const months = byMonth("2026", all).map(({ figures }) => figures);
    const year = figuresOf(all);
    expect(months.reduce((sum, { personTimes }) => sum + personTimes, 0)).toBe(year.personTimes);
    expect(months.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(year.sessions);
    expect(months.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThanOrEqual(year.persons);
  }));
});

test("a month of two persons is hidden, and never alone: the year less the others would tell it", () => {
  const many = ["甲", "乙", "丙", "丁"].map((person) => line("m", person, "2026-03-04"));
  const more = ["甲", "乙", "丙"].map((person) => line("n", person, "2026-04-04"));
  const hidden = hideSmall(byMonth("2026", [...many, ...more, line("s", "甲", "2026-05-04")])).filter(({ figures }) => figures === null).map(({ month }) => month);
  expect(hidden).toEqual(["2026-04", "2026-05"]);
});

test("who came once and lately three times is rising; who always came is not", () => {
  const lines = [line("a", "新", "2026-06-01"), ...["x", "y", "z"].map((id) => line(id, "新", "2026-10-01")), ...["a", "b", "c"].map((id) => line(id, "老", "2026-06-01")), ...["x", "y", "z"].map((id) => line(id, "老", "2026-10-01"))];
  expect(rising(lines, "2026-08-01")).toEqual([{ personId: "新", before: 1, lately: 3 }]);
});
