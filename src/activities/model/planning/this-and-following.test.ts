import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { matchFollowing } from "./this-and-following.ts";

const on = (...days: string[]) => days.map((recursOn, index) => ({ id: `s${index}`, recursOn }));

test("from Tuesdays to Wednesdays: every session goes along by one day", () => {
  expect(matchFollowing(on("2026-12-01", "2026-12-08"), ["2026-12-02", "2026-12-09"])).toEqual({ kept: [{ id: "s0", day: "2026-12-02" }, { id: "s1", day: "2026-12-09" }], added: [], dropped: [] });
});

test("from weekly to every other week: those between have no day any more", () => {
  expect(matchFollowing(on("2026-12-01", "2026-12-08", "2026-12-15"), ["2026-12-01", "2026-12-15", "2026-12-29"]))
    .toEqual({ kept: [{ id: "s0", day: "2026-12-01" }, { id: "s2", day: "2026-12-15" }], added: ["2026-12-29"], dropped: ["s1"] });
});

test("no session is lost or doubled, no day is given twice, and nobody goes further than three days", () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }).map((list) => list.sort((a, b) => a - b).map((offset) => addDays("2026-01-01", offset)));
  fc.assert(fc.property(days, days, (before, after) => {
    const { kept, added, dropped } = matchFollowing(on(...before), after);
    expect([...kept.map(({ id }) => id), ...dropped].sort()).toEqual(on(...before).map(({ id }) => id).sort());
    expect([...kept.map(({ day }) => day), ...added].sort()).toEqual([...after].sort());
  }));
});
