import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyPlacement } from "../flow.ts";
import { placeByCore } from "./core.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";

/** Costs as they come, as distances of points, as products (where every row likes the same columns), and all alike. */
const COSTS: Record<string, (a: number, b: number) => number> = {
  random: (a, b) => Math.imul(a * 31 + b, 0x9e3779b1) >>> 12,
  distance: (a, b) => Math.abs(a - b),
  product: (a, b) => a * b,
  even: () => 5,
};

const someSquare = fc.record({
  room: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 60 }), idle: fc.nat(2), kind: fc.constantFrom(...Object.keys(COSTS)), points: fc.array(fc.nat(1000), { minLength: 120, maxLength: 120 }),
}).map(({ room, idle, kind, points }): PerfectProblem => {
  const cols = room.length;
  const need = Int32Array.from([...Array<number>(room.reduce((a, b) => a + b, 0)).fill(1), ...Array<number>(idle).fill(0)]);
  return {
    need, room: Int32Array.from(room), rowStart: Int32Array.from({ length: need.length + 1 }, (_, i) => i * cols),
    col: Int32Array.from({ length: need.length * cols }, (_, e) => e % cols),
    cost: Int32Array.from({ length: need.length * cols }, (_, e) => COSTS[kind]!(points[Math.floor(e / cols) % 120]!, points[119 - (e % cols)]!)),
    firm: new Int32Array(cols), opensAt: new Float64Array(cols),
  };
});

test("everybody is placed, and no row would rather have another column at the prices found", () => {
  fc.assert(fc.property(someSquare, (problem) => {
    const state: PerfectState = { ...emptyPlacement(problem), rowPrice: new Float64Array(problem.need.length), colPrice: new Float64Array(problem.room.length) };
    placeByCore(problem, state);
    expect(state.missing.every((n) => n === 0)).toBe(true);
    expect([...state.load]).toEqual([...problem.room]);
    for (let row = 0; row < problem.need.length; row++) {
      for (let e = problem.rowStart[row]!; e < problem.rowStart[row + 1]!; e++) {
        const value = problem.cost[e]! + state.colPrice[problem.col[e]!]!;
        if (state.taken[e] === 1 ? value > state.rowPrice[row]! : value < state.rowPrice[row]!) throw new Error(`row ${row}, edge ${e}`);
      }
    }
  }), { numRuns: 1500 });
});
