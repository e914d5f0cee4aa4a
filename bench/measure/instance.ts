import { readFileSync } from "node:fs";
import type { MatchProblem } from "../../src/matching/model/solver/problem.ts";

/**
 * An instance of the matching benchmark. The file holds little-endian 32-bit integers. Header of 8: 0x4d415443, version 1, residents, helpers,
 * candidates, seed, kind, largest cost; then row starts (residents + 1), helper and cost of each candidate, capacities, wants.
 * A dense file: 0x44454e53, 1, n, n, 0, seed, kind, largest cost; then the n × n costs by row.
 */
export function readInstance(path: string): MatchProblem {
  const bytes = readFileSync(path);
  const all = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const [magic, , n = 0, m = 0, candidates = 0] = all;
  let at = 8;
  const next = (length: number): Int32Array => all.subarray(at, (at += length));
  if (magic === 0x4d415443) {
    const [rowStart, helper, cost, capacity, wants] = [next(n + 1), next(candidates), next(candidates), next(m), next(n)];
    return { wants, capacity, rowStart, helper, cost };
  }
  if (magic !== 0x44454e53) throw new Error(`${path} is not an instance of the matching benchmark`);
  const rowStart = Int32Array.from({ length: n + 1 }, (_, r) => r * m);
  const helper = new Int32Array(n * m);
  for (let e = 0; e < helper.length; e++) helper[e] = e % m;
  return { wants: new Int32Array(n).fill(1), capacity: new Int32Array(m).fill(1), rowStart, helper, cost: next(n * m) };
}
