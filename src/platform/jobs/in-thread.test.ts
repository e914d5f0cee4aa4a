import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { runInThread, watchWork } from "./in-thread.ts";
import type { Task } from "./testing/some-work.ts";

const MODULE = new URL("testing/some-work.ts", import.meta.url);
const run = (task: Task, options: Parameters<typeof runInThread>[2] = {}) => runInThread<Task, number>(MODULE, task, options);

test("typed arrays go over and the answer comes back", async () => {
  const numbers = Int32Array.of(1, 2, 39);
  expect(await run({ kind: "sum", numbers }, { transfer: [numbers.buffer] })).toBe(42);
  expect(numbers.length).toBe(0); // handed over, not copied
});

test("a refusal stays a refusal; a bug, a sudden end and memory run out are errors", async () => {
  await expect(run({ kind: "refuse" })).rejects.toMatchObject({ name: "Refusal", reason: "jobs.not_found", params: { row: 7 }, status: 409 });
  await expect(run({ kind: "break" })).rejects.toThrow("a bug");
  await expect(run({ kind: "leave" })).rejects.toThrow("without an answer");
  await expect(run({ kind: "fill" }, { maxMemoryMB: 30 })).rejects.toThrow(/memory/i);
});

test("timers go on ticking while a thread is busy, and its progress arrives", async () => {
  const seen: number[] = [];
  const late: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => { const now = performance.now(); late.push(now - last); last = now; }, 10);
  await run({ kind: "spin", ms: 700 }, { onProgress: (done) => seen.push(done) });
  clearInterval(timer);
  expect(seen.length).toBeGreaterThan(3);
  expect(late.length).toBeGreaterThan(25);
  expect(Math.max(...late)).toBeLessThan(250);
});

test("a cancel takes effect at once, whatever the thread is doing", async () => {
  const stop = new AbortController();
  const began = performance.now();
  setTimeout(() => stop.abort(new Error("enough")), 150);
  await expect(run({ kind: "spin", ms: 60_000 }, { signal: stop.signal })).rejects.toThrow("enough");
  expect(performance.now() - began).toBeLessThan(2000);
  await expect(run({ kind: "spin", ms: 60_000 }, { signal: stop.signal })).rejects.toThrow("enough");
});

test("what watches the work is told how far it is, and may stop it", async () => {
  const told: number[] = [];
  await watchWork(async (done) => void told.push(done), ({ onProgress, signal }) => run({ kind: "spin", ms: 1500 }, { onProgress, signal }));
  expect(told.length).toBeGreaterThan(1);
  const stopped = watchWork(async () => { await pause(1); throw new Error("cancelled"); }, (watch) => run({ kind: "spin", ms: 60_000 }, watch));
  await expect(stopped).rejects.toThrow("cancelled");
});
