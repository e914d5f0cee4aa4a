/**
 * Solves one instance of the matching benchmark, verifies the answer, and prints one JSON line:
 * `{"card","cost","cpuMs","rssMB","certified"}`. Usage: `node bench/matching.ts FILE`.
 *
 * The file holds little-endian 32-bit integers. Header of 8: 0x4d415443, version 1, residents, helpers, candidates,
 * seed, kind, largest cost; then row starts (residents + 1), helper and cost of each candidate, capacities, wants.
 * A dense file: 0x44454e53, 1, n, n, 0, seed, kind, largest cost; then the n × n costs by row.
 */
import { readFileSync } from "node:fs";
import { solve } from "../src/matching/model/solver/solve.ts";
import { verify } from "../src/matching/model/solver/verify.ts";
import type { MatchProblem } from "../src/matching/model/solver/problem.ts";

const file = process.argv[2];
if (!file) throw new Error("usage: node bench/matching.ts FILE");
const problem = readInstance(file);
const before = process.cpuUsage();
const answer = solve(problem);
const used = process.cpuUsage(before);
const rssMB = Math.round(process.resourceUsage().maxRSS / 1024);
const certified = verify(problem, {}, answer) === null;
console.log(JSON.stringify({ card: answer.pairs, cost: answer.cost, cpuMs: Math.round((used.user + used.system) / 1000), rssMB, certified }));
if (!certified) process.exitCode = 1;

function readInstance(path: string): MatchProblem {
  const bytes = readFileSync(path);
  const all = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const [magic, , n = 0, m = 0, candidates = 0] = all;
  let at = 8;
  const next = (length: number): Int32Array => all.subarray(at, (at += length));
  if (magic === 0x4d415443) {
    const [rowStart, helper, cost, capacity, wants] = [next(n + 1), next(candidates), next(candidates), next(m), next(n)];
    return { wants, capacity, rowStart, helper, cost };
  }
  if (magic !== 0x44454e53) throw new Error("not an instance of the matching benchmark");
  const rowStart = Int32Array.from({ length: n + 1 }, (_, r) => r * m);
  const helper = Int32Array.from({ length: n * m }, (_, e) => e % m);
  return { wants: new Int32Array(n).fill(1), capacity: new Int32Array(m).fill(1), rowStart, helper, cost: next(n * m) };
}
