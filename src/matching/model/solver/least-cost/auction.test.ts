import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyPlacement } from "../flow.ts";
import { canBeAuctioned, placeByAuction } from "./auction.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";

/** Costs as they come, as distances of points, as products (where every row likes the same columns), and all alike. */
const COSTS: Record<string, (a: number, b: number) => number> = {
  random: (a, b) => Math.imul(a * 31 + b, 0x9e3779b1) >>> 12,
  distance: (a, b) => Math.abs(a - b),
  product: (a, b) => a * b,
  even: () => 5,
};

const square = (size: number, costOf: (row: number, col: number) => number): PerfectProblem => ({
  need: new Int32Array(size).fill(1), room: new Int32Array(size).fill(1), rowStart: Int32Array.from({ length: size + 1 }, (_, i) => i * size),
  col: Int32Array.from({ length: size * size }, (_, e) => e % size),
  cost: Int32Array.from({ length: size * size }, (_, e) => costOf(Math.floor(e / size), e % size)),
  firm: new Int32Array(size), opensAt: new Float64Array(size),
});

const someSquare = fc.record({ size: fc.integer({ min: 2, max: 90 }), kind: fc.constantFrom(...Object.keys(COSTS)), points: fc.array(fc.nat(1000), { minLength: 180, maxLength: 180 }) })
  .map(({ size, kind, points }) => square(size, (row, col) => COSTS[kind]!(points[row]!, points[179 - col]!)));

test("everybody is placed, and no row would rather have another column at the prices found", () => {
  fc.assert(fc.property(someSquare, (problem) => {
    const state: PerfectState = { ...emptyPlacement(problem), rowPrice: new Float64Array(problem.need.length), colPrice: new Float64Array(problem.room.length) };
    placeByAuction(problem, state);
    expect(state.missing.every((n) => n === 0)).toBe(true);
    expect([...state.load]).toEqual([...problem.room]);
    expect(state.colPrice.every(Number.isInteger)).toBe(true);
    for (let row = 0; row < problem.need.length; row++) {
      for (let e = problem.rowStart[row]!; e < problem.rowStart[row + 1]!; e++) {
        const value = problem.cost[e]! + state.colPrice[problem.col[e]!]!;
        if (state.taken[e] === 1 ? value > state.rowPrice[row]! : value < state.rowPrice[row]!) throw new Error(`row ${row}, edge ${e}`);
      }
    }
  }), { numRuns: 600 });
});

test("only large squares are auctioned, in which prices stay exact", () => {
  expect(canBeAuctioned(square(200, (a, b) => a * b))).toBe(true);
  expect(canBeAuctioned(square(199, (a, b) => a * b))).toBe(false);
  expect(canBeAuctioned({ ...square(200, (a, b) => a * b), room: new Int32Array(200).fill(2) })).toBe(false);
  const extreme = square(300, (a, b) => (a + b) % 2 === 0 ? -0x80000000 : 0x7fffffff);
  expect(canBeAuctioned(extreme)).toBe(true);
  expect(canBeAuctioned({ ...extreme, room: extreme.room.with(0, 0) })).toBe(false);
});
