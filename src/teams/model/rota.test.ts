import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { byNeed, suggestLevel } from "./need.ts";
import { decideGiven, decideSwap, fillSlots, slotsMissing, swapped, weekOf, type Shift } from "./rota.ts";

const MONDAY = "2026-11-23";
const ids = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);

test("a week begins on Monday, whatever its day", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
    const day = addDays("2020-01-01", days);
    const week = weekOf(day);
    expect(week).toContain(day);
    expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay()).toBe(1);
    expect(weekOf(week[6]!)).toEqual(week);
  }));
});

test("a rota fills every slot once, nobody twice on a day, and turns differ by one at most where everybody is free", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 4 }), fc.subarray(["morning", "afternoon", "evening"] as const, { minLength: 1 }), (people, weeks, parts) => {
    const had: { onDay: string; part: typeof parts[number]; memberId: string | null }[] = [];
    for (let week = 0; week < weeks; week++) {
      const days = weekOf(addDays(MONDAY, 7 * week));
      had.push(...fillSlots(slotsMissing(days, parts, had, MONDAY), ids(people), had));
      expect(slotsMissing(days, parts, had, MONDAY)).toEqual([]);
    }
    expect(had).toHaveLength(7 * weeks * parts.length);
    expect(new Set(had.map(({ onDay, part }) => `${onDay}/${part}`)).size).toBe(had.length);
    const taken = had.filter(({ memberId }) => memberId !== null);
    expect(new Set(taken.map(({ onDay, memberId }) => `${onDay}/${memberId}`)).size).toBe(taken.length);
    expect(had.filter(({ memberId }) => memberId === null)).toHaveLength(7 * weeks * Math.max(0, parts.length - people));
    const turns = ids(people).map((id) => taken.filter(({ memberId }) => memberId === id).length);
    expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
  }));
});

const rota = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }), { minLength: 14, maxLength: 14 }).map((held): Shift[] => {
  const seen = new Set<string>();
  return held.map((one, index) => {
    const onDay = addDays(MONDAY, Math.floor(index / 2));
    const memberId = one === null || seen.has(`${onDay}/${one}`) ? null : `m${one}`;
    seen.add(`${onDay}/${one}`);
    return { id: `s${index}`, onDay, part: index % 2 === 0 ? "morning" : "afternoon", memberId };
  });
});
const asked = fc.record({ shiftId: fc.integer({ min: 0, max: 13 }).map((n) => `s${n}`), toMember: fc.integer({ min: 0, max: 5 }).map((n) => `m${n}`), forShift: fc.option(fc.integer({ min: 0, max: 13 }).map((n) => `s${n}`), { nil: null }) });

test("whatever swaps are agreed one after another, every shift keeps one holder, nobody has two turns on a day, and who changed keeps as many turns", () => {
  fc.assert(fc.property(rota, fc.array(asked, { maxLength: 20 }), fc.integer({ min: 0, max: 6 }), (start, wishes, past) => {
    const today = addDays(MONDAY, past);
    let shifts = start;
    for (const wish of wishes) {
      const swap = { ...wish, fromMember: shifts.find(({ id }) => id === wish.shiftId)?.memberId ?? "nobody" };
      const before = shifts;
      if (!decideSwap(swap, shifts, today).allowed) continue;
      shifts = swapped(swap, shifts);
      const turns = (all: readonly Shift[], id: string) => all.filter(({ memberId }) => memberId === id).length;
      const gone = swap.forShift === null ? 1 : 0;
      expect(turns(shifts, swap.fromMember)).toBe(turns(before, swap.fromMember) - gone);
      expect(turns(shifts, swap.toMember)).toBe(turns(before, swap.toMember) + gone);
      expect(shifts.filter((one, index) => one !== before[index] && one.onDay < today)).toEqual([]);
    }
    expect(shifts.map(({ id }) => id)).toEqual(start.map(({ id }) => id));
    expect(shifts.filter(({ memberId }) => memberId === null)).toHaveLength(start.filter(({ memberId }) => memberId === null).length);
    const taken = shifts.filter(({ memberId }) => memberId !== null);
    expect(new Set(taken.map(({ onDay, memberId }) => `${onDay}/${memberId}`)).size).toBe(taken.length);
  }), { numRuns: 1000 });
});

test("a swap is refused in words: with oneself, of what somebody no longer has, of the past, a second turn a day", () => {
  const shifts: Shift[] = [{ id: "a", onDay: MONDAY, part: "morning", memberId: "m0" }, { id: "b", onDay: MONDAY, part: "afternoon", memberId: "m1" }, { id: "c", onDay: addDays(MONDAY, 1), part: "morning", memberId: "m2" }];
  const swap = { shiftId: "a", fromMember: "m0", toMember: "m1", forShift: null as string | null };
  expect(decideSwap({ ...swap, toMember: "m0" }, shifts, MONDAY)).toMatchObject({ reason: "swap_with_self" });
  expect(decideSwap({ ...swap, fromMember: "m2" }, shifts, MONDAY)).toMatchObject({ reason: "swap_stale" });
  expect(decideSwap({ ...swap, toMember: "m2", forShift: "b" }, shifts, MONDAY)).toMatchObject({ reason: "swap_stale" });
  expect(decideSwap(swap, shifts, MONDAY)).toMatchObject({ reason: "one_a_day" });
  expect(decideSwap({ ...swap, forShift: "b" }, shifts, MONDAY)).toEqual({ allowed: true });
  expect(decideSwap({ ...swap, toMember: "m2" }, shifts, addDays(MONDAY, 1))).toMatchObject({ reason: "shift_past" });
  expect(decideGiven(shifts[0]!, "m0", shifts, MONDAY)).toMatchObject({ reason: "has_shift" });
});

test("need: age, being alone and at home speak for looking in more often; the most pressing stand first", () => {
  expect(suggestLevel({ ageYears: 76, livesAlone: false, longAtHome: false })).toBe("on_call");
  expect(suggestLevel({ ageYears: 81, livesAlone: false, longAtHome: false })).toBe("weekly");
  expect(suggestLevel({ ageYears: 81, livesAlone: true, longAtHome: false })).toBe("often");
  expect(suggestLevel({ ageYears: null, livesAlone: false, longAtHome: false })).toBe("on_call");
  expect([{ level: "on_call" as const, name: "甲" }, { level: "often" as const, name: "乙" }].toSorted(byNeed).map(({ name }) => name)).toEqual(["乙", "甲"]);
});
