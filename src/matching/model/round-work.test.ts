import { expect, test } from "vitest";
import { runInThread } from "../../platform/jobs/in-thread.ts";
import { DAY_PARTS } from "./candidates/closeness.ts";
import { work, type RoundRows, type RoundTask } from "./round-work.ts";
import { aHelper, aResident, someRules } from "./testing/people.ts";

const MODULE = new URL("round-work.ts", import.meta.url);
const slot = (n: number) => [{ weekday: (1 + (n % 7)) as 1, ...DAY_PARTS[(["morning", "afternoon", "evening"] as const)[n % 3]!] }];
const place = (n: number) => ({ communityId: `c${n % 40}`, lon: 102.7 + ((n * 7919) % 1000) / 10_000, lat: 25 + ((n * 104_729) % 1000) / 10_000 });

/** A round of a district: everybody somewhere, free on two half-days of the week. */
function aTask(residents: number, helpers: number): RoundTask {
  return {
    residents: Array.from({ length: residents }, (_, r) => aResident({ id: `r${r}`, place: place(r), hours: [...slot(r), ...slot(r * 5 + 1)], waitingSinceOn: `2026-0${1 + (r % 9)}-01` })),
    helpers: Array.from({ length: helpers }, (_, h) => aHelper({ id: `h${h}`, place: place(h * 3 + 1), hours: [...slot(h * 2), ...slot(h + 4)] })),
    rules: someRules(), wishes: { locked: [], forbidden: [], kept: [] }, trial: { kind: "again" },
  };
}

const readAll = (texts: readonly string[]) => texts.flatMap((text) => JSON.parse(text) as { position: number; resident_id: string; fresh?: boolean; came?: unknown }[]);

test("the rows hold every proposal and everybody left out once, in order; against the same answer nothing has changed", () => {
  const task = aTask(700, 500);
  const rows = work(task, () => {});
  const [proposals, unmatched] = [readAll(rows.proposals), readAll(rows.unmatched)];
  expect([rows.proven, proposals.length, unmatched.length]).toEqual([true, rows.pairs, rows.leftOut]);
  expect(proposals.map(({ position }) => position)).toEqual([...proposals.keys()]);
  expect(new Set([...proposals, ...unmatched].map((row) => row.resident_id)).size).toBe(700);
  expect(rows.recruitment.every(({ atMost, saves }) => atMost > 0 || saves > 0)).toBe(true);
  const kept = (proposals as unknown as { resident_id: string; helper_id: string }[]).map((row) => ({ residentId: row.resident_id, helperId: row.helper_id }));
  const again = work({ ...task, wishes: { ...task.wishes, kept } }, () => {});
  expect([again.changes, readAll(again.proposals).some(({ fresh }) => fresh)]).toEqual([{ kept: rows.pairs, added: 0, moved: 0, lost: 0, gone: 0 }, false]);
});

test("while a large round is computed in its thread the server's timers go on, and a cancel ends it", async () => {
  const task = aTask(6000, 5000);
  const late: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => { const now = performance.now(); late.push(now - last); last = now; }, 10);
  const seen: number[] = [];
  const rows = await runInThread<RoundTask, RoundRows>(MODULE, task, { onProgress: (done) => seen.push(done) });
  clearInterval(timer);
  expect(rows.proven).toBe(true);
  expect(seen.length).toBeGreaterThan(0);
  const sorted = late.toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.95)]!).toBeLessThan(120);
  expect(sorted.at(-1)!).toBeLessThan(600); // once, while six thousand files are handed over

  const stop = new AbortController();
  const began = performance.now();
  setTimeout(() => stop.abort(new Error("cancelled")), 300);
  await expect(runInThread(MODULE, task, { signal: stop.signal })).rejects.toThrow("cancelled");
  expect(performance.now() - began).toBeLessThan(1500);
});
