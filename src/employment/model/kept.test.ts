import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysInMonth } from "#kernel/calendar.ts";
import { keptAt, KEPT_MONTHS, KEPT_RULE, spellsOf, type HeldJob, type KeptResult } from "./kept.ts";

const aJob = (begunOn: string, endedOn: string | null = null, over: Partial<HeldJob> = {}): HeldJob => ({ id: begunOn, placeId: "shop", begunOn, endedOn, pauses: [], ...over });
const at = (jobs: readonly HeldJob[], month: number, today = "2030-01-01") => keptAt(spellsOf(jobs)[0]!, month, today);

test("the day itself decides: worked on it is kept, ended the day before is not, not come yet says nothing", () => {
  expect(at([aJob("2026-01-31", "2026-02-28")], 1)).toBe("kept");
  expect(at([aJob("2026-01-31", "2026-02-27")], 1)).toBe("not_kept");
  expect(at([aJob("2026-01-31")], 1, "2026-02-27")).toBe("not_yet");
  expect(at([aJob("2026-01-31")], 1, "2026-02-28")).toBe("kept");
  expect(at([aJob("2026-01-31", "2026-02-03")], 1, "2026-02-20")).toBe("not_yet");
  expect(at([aJob("2026-01-31", "2026-07-01")], 3)).toBe("kept");
  expect(at([aJob("2026-01-31", "2026-07-01")], 6)).toBe("not_kept");
});

test("one place, a short gap: it goes on; a longer gap or another place begins anew", () => {
  const again = [aJob("2026-01-10", "2026-03-31"), aJob("2026-04-15")];
  expect(spellsOf(again).length).toBe(1);
  expect(at(again, 3)).toBe("kept");
  expect(spellsOf([aJob("2026-01-10", "2026-03-31"), aJob("2026-04-16")]).length).toBe(2);
  expect(spellsOf([aJob("2026-01-10", "2026-03-31"), aJob("2026-04-02", null, { placeId: "canteen" })]).length).toBe(2);
});

test("a pause is said apart while it is short, and is not keeping once it lasts", () => {
  const paused = (fromOn: string, backOn: string | null) => aJob("2026-01-10", null, { pauses: [{ fromOn, backOn }] });
  expect(at([paused("2026-03-20", null)], 3)).toBe("paused");
  expect(at([paused(addDays("2026-04-10", -29), null)], 3)).toBe("paused");
  expect(at([paused(addDays("2026-04-10", -30), null)], 3)).toBe("not_kept");
  expect(at([paused("2026-03-20", "2026-04-10")], 3)).toBe("kept");
  expect(at([paused("2026-01-20", null)], 1)).toBe("paused");
});

/** Says the same slowly: walks every day, and every month day by day. */
function slowly(jobs: readonly HeldJob[], today: string): { begunOn: string; results: KeptResult[] }[] {
  const starts = jobs.toSorted((a, b) => (a.begunOn < b.begunOn ? -1 : a.begunOn > b.begunOn ? 1 : a.id < b.id ? -1 : 1));
  const groups: HeldJob[][] = [];
  for (const job of starts) {
    const near = groups.findLast(([first]) => first!.placeId === job.placeId);
    let joins = false;
    for (const before of near ?? []) {
      if (before.endedOn === null || before.endedOn >= job.begunOn) { joins = true; continue; }
      let between = 0;
      for (let day = addDays(before.endedOn, 1); day < job.begunOn; day = addDays(day, 1)) between += 1;
      joins ||= between <= KEPT_RULE.gapDays;
    }
    if (near && joins) near.push(job); else groups.push([job]);
  }
  return groups.map((group) => ({ begunOn: group[0]!.begunOn, results: KEPT_MONTHS.map((month) => slowResult(group, month, today)) }));
}

function slowResult(group: readonly HeldJob[], month: number, today: string): KeptResult {
  let [year, which] = group[0]!.begunOn.split("-").map(Number) as [number, number];
  for (let step = 0; step < month; step += 1) if (which === 12) { year += 1; which = 1; } else which += 1;
  const wanted = Number(group[0]!.begunOn.slice(8));
  const onDay = `${year}-${String(which).padStart(2, "0")}-${String(wanted > daysInMonth(year, which) ? daysInMonth(year, which) : wanted).padStart(2, "0")}`;
  if (onDay > today) return "not_yet";
  const working: number[] = [];
  for (const { begunOn, endedOn, pauses } of group) {
    if (begunOn > onDay || (endedOn !== null && endedOn < onDay)) continue;
    let away = 0;
    for (const { fromOn, backOn } of pauses) {
      if (fromOn > onDay || (backOn !== null && backOn <= onDay)) continue;
      for (let day = fromOn; day <= onDay; day = addDays(day, 1)) away += 1;
    }
    working.push(away);
  }
  if (working.length === 0) return group.some(({ begunOn }) => begunOn > onDay && begunOn <= today) ? "kept" : "not_kept";
  const least = Math.min(...working);
  return least === 0 ? "kept" : least <= KEPT_RULE.longestPauseDays ? "paused" : "not_kept";
}

test("agrees with a walk day by day on any jobs, pauses and days", () => {
  const job = fc.record({ start: fc.integer({ min: 0, max: 500 }), length: fc.option(fc.integer({ min: 0, max: 420 })), place: fc.constantFrom("a", "b"), pause: fc.option(fc.record({ after: fc.integer({ min: 0, max: 200 }), length: fc.option(fc.integer({ min: 1, max: 70 })) })) });
  fc.assert(fc.property(fc.array(job, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 900 }), (drawn, days) => {
    const today = addDays("2025-01-31", days);
    const jobs = drawn.map(({ start, length, place, pause }, index): HeldJob => {
      const begunOn = addDays("2025-01-31", start);
      const fromOn = pause && addDays(begunOn, pause.after);
      return { id: String(index), placeId: place, begunOn, endedOn: length === null ? null : addDays(begunOn, length), pauses: fromOn ? [{ fromOn, backOn: pause.length === null ? null : addDays(fromOn, pause.length) }] : [] };
    });
    expect(spellsOf(jobs).map((spell) => ({ begunOn: spell.begunOn, results: KEPT_MONTHS.map((month) => keptAt(spell, month, today)) }))).toEqual(slowly(jobs, today));
  }), { numRuns: 1500 });
});
