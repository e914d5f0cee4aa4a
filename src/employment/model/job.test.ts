import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { decideEntry } from "./decide-entry.ts";
import { fadingPlan, holding, jobState, weeksOf, type JobEntry } from "./job.ts";
import { Entry, END_REASONS, MODES } from "./terms.ts";

const BEGUN = "2026-01-05";
const anEntry = (number: number, kind: JobEntry["kind"], onDay: string, over: Partial<JobEntry> = {}): JobEntry => ({ number, kind, onDay, minutes: null, mode: null, weeks: null, ofNumber: null, nextOn: null, encounterId: null, ...over });

test("minutes on the spot stand in the week of the job they fell in; a plan's last week goes on; what was taken back counts for nothing", () => {
  const entries = [
    anEntry(1, "planned", BEGUN, { weeks: fadingPlan(120, 30, 3) }), anEntry(2, "supported", "2026-01-05", { minutes: 90, mode: "on_site" }), anEntry(3, "supported", "2026-01-11", { minutes: 30, mode: "on_site" }),
    anEntry(4, "supported", "2026-01-12", { minutes: 45, mode: "on_site" }), anEntry(5, "supported", "2026-01-13", { minutes: 20, mode: "phone" }), anEntry(6, "supported", "2026-01-14", { minutes: 60, mode: "on_site" }), anEntry(7, "taken_back", "2026-01-15", { ofNumber: 6 }),
  ];
  expect(fadingPlan(120, 30, 3)).toEqual([120, 75, 30]);
  expect(weeksOf(BEGUN, entries, "2026-01-30")).toEqual([{ week: 1, planned: 120, actual: 120 }, { week: 2, planned: 75, actual: 45 }, { week: 3, planned: 30, actual: 0 }, { week: 4, planned: 30, actual: 0 }]);
});

test("the next contact is due a week after the first day, then a month after the last word or on the day agreed, and never after the end", () => {
  expect(jobState(BEGUN, []).followOn).toBe("2026-01-12");
  expect(jobState(BEGUN, [anEntry(1, "followed", "2026-01-20")]).followOn).toBe("2026-02-19");
  expect(jobState(BEGUN, [anEntry(1, "followed", "2026-01-20", { nextOn: "2026-03-01" })]).followOn).toBe("2026-03-01");
  expect(jobState(BEGUN, [anEntry(1, "ended", "2026-01-20")]).followOn).toBeNull();
});

test("any entries that are allowed keep a job in order: pauses apart and within it, at most one end, taken back is as if never said", () => {
  const wish = fc.record({ kind: fc.constantFrom("supported", "followed", "paused", "resumed", "ended", "planned", "taken_back"), on: fc.integer({ min: -3, max: 120 }), later: fc.integer({ min: 0, max: 30 }), of: fc.integer({ min: 1, max: 12 }) });
  fc.assert(fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
    const entries: JobEntry[] = [];
    let today = addDays(BEGUN, 20);
    for (const { kind, on, later, of } of wishes) {
      today = addDays(today, later);
      const onDay = addDays(BEGUN, on);
      const entry = { ...Entry.parse({ kind, onDay, minutes: 30, mode: MODES[0], reason: END_REASONS[0], words: "好", ofNumber: of, startMinutes: 60, endMinutes: 0, weeks: 4 }), onDay };
      if (!decideEntry(entry, { begunOn: BEGUN, entries }, today).allowed) continue;
      entries.push(anEntry(entries.length + 1, entry.kind, onDay, { minutes: kind === "supported" ? 30 : null, mode: kind === "supported" ? "on_site" : null, ofNumber: kind === "taken_back" ? of : null, weeks: kind === "planned" ? [60] : null }));
      const { pauses, endedOn, pausedOn } = jobState(BEGUN, entries);
      expect(holding(entries).filter((one) => one.kind === "ended").length).toBeLessThanOrEqual(1);
      pauses.forEach(({ fromOn, backOn }, index) => {
        expect(fromOn >= BEGUN && fromOn <= today).toBe(true);
        if (backOn !== null) expect(backOn > fromOn).toBe(true);
        const next = pauses[index + 1];
        if (next) expect(backOn !== null && next.fromOn >= backOn).toBe(true);
        if (endedOn !== null) expect(fromOn <= endedOn).toBe(true);
      });
      if (endedOn !== null) expect(pausedOn).toBeNull();
    }
    expect(weeksOf(BEGUN, entries, today).reduce((sum, { actual }) => sum + actual, 0)).toBe(holding(entries).filter((one) => one.kind === "supported").length * 30);
  }), { numRuns: 1000 });
});
