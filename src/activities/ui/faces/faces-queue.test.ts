import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Press } from "../../model/faces.ts";
import { openQueue } from "./faces-queue.ts";

const ID = "0191d2a0-0000-7000-8000-00000000000";
const one: Press = { answerId: `${ID}1`, face: "good" };
const two: Press = { answerId: `${ID}2`, face: "poor" };

const device = new Map<string, string>();
const server: { answer: () => { status: number; type?: string } | null; got: Press[] } = { answer: () => null, got: [] };

beforeEach(() => {
  vi.useFakeTimers();
  device.clear();
  server.got = [];
  vi.stubGlobal("localStorage", { getItem: (name: string) => device.get(name) ?? null, setItem: (name: string, text: string) => device.set(name, text), removeItem: (name: string) => device.delete(name) });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const said = server.answer();
    if (said === null) throw new TypeError("no network");
    server.got.push(JSON.parse(body));
    return new Response(JSON.stringify({ type: said.type }), { status: said.status });
  });
});
afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

test("what the network does not take stays on the device, over a closed page too, and goes by itself in the order of pressing", async () => {
  const before = openQueue("s");
  const stop = before.watch(() => {});
  before.press(one);
  before.press({ ...one, face: "undone" });
  before.press(two);
  await vi.advanceTimersByTimeAsync(1);
  expect(before.look()).toMatchObject({ waiting: [one, { ...one, face: "undone" }, two], away: true, pressed: 2, taken: 1 });
  stop();
  const after = openQueue("s");
  after.watch(() => {});
  expect(after.look()).toMatchObject({ taken: 1, pressed: 0 });
  server.answer = () => ({ status: 200 });
  await vi.advanceTimersByTimeAsync(5000);
  expect(server.got).toEqual([one, { ...one, face: "undone" }, two]);
  expect(after.look()).toMatchObject({ waiting: [], away: false, refused: false });
  expect(device.size).toBe(0);
});

test.each([
  [{ status: 401 }, { away: true, waiting: [one] }], [{ status: 503 }, { away: true, waiting: [one] }],
  [{ status: 409, type: "/problems/activities.faces_enough" }, { waiting: [], refused: true, full: true }], [{ status: 404, type: "/problems/activities.session_not_found" }, { waiting: [], refused: true, full: false }],
])("the server says %j: %j", async (said, standing) => {
  server.answer = () => said;
  const queue = openQueue("s");
  queue.watch(() => {});
  queue.press(one);
  await vi.advanceTimersByTimeAsync(1);
  expect(queue.look()).toMatchObject(standing);
});

test("a browser that forbids keeping, or keeps something damaged, holds up no press", async () => {
  server.answer = () => ({ status: 200 });
  device.set("linli-faces/s", "[{\"answerId\":1}]");
  const forbidden = () => { throw new Error("forbidden"); };
  const queue = openQueue("s");
  const stop = queue.watch(() => {});
  vi.stubGlobal("localStorage", { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
  queue.press(one);
  await vi.advanceTimersByTimeAsync(1);
  expect([server.got, queue.look().waiting]).toEqual([[one], []]);
  stop();
});
