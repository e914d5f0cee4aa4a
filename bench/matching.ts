/**
 * Solves instances of the matching benchmark and verifies the answers.
 *
 * - `node bench/matching.ts FILE` prints one JSON line: `{"card","cost","cpuMs","rssMB","certified"}`. An instance that takes less than
 *   50 ms is solved again and again for half a second: `cpuMs` is then the median, `firstCpuMs` the first, cold one.
 * - `node bench/matching.ts FILE … --against NAME=COMMAND …` measures every file in turn with Linli and each baseline, each in a process of its
 *   own, three times round, and prints a table of ratios. In a command `{file}` and `{card}` stand for the file and the number of pairs; it prints
 *   a JSON line with `cost` and `cpuMs` or `cpuMsMedian`. `--times N` goes round N times.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { solve } from "../src/matching/model/solver/solve.ts";
import { verify } from "../src/matching/model/solver/verify.ts";
import { readInstance } from "./measure/instance.ts";
import { markdown, timingOf } from "./measure/timing.ts";

const QUICK_MS = 50;
const REPEATED_MS = 500;

interface Baseline { readonly name: string; readonly command: string }
interface Result { readonly card: number; readonly cost: number; readonly cpuMs: number; readonly rssMB: number; readonly certified: boolean }

const { values: { against, times }, positionals: files } = parseArgs({ allowPositionals: true, options: { against: { type: "string", multiple: true, default: [] }, times: { type: "string", default: "3" } } });
if (files.length === 0) throw new Error("usage: node bench/matching.ts FILE … [--against NAME=COMMAND …] [--times N]");
if (files.length === 1 && against.length === 0) {
  const result = solveOne(files[0]!);
  console.log(JSON.stringify(result));
  if (!result.certified) process.exitCode = 1;
} else {
  compare(files, against.map((one) => ({ name: one.slice(0, one.indexOf("=")), command: one.slice(one.indexOf("=") + 1) })), Number(times));
}

function solveOne(file: string): Result & { firstCpuMs?: number } {
  const problem = readInstance(file);
  const once = () => {
    const before = process.cpuUsage();
    const answer = solve(problem);
    const { user, system } = process.cpuUsage(before);
    return { answer, cpuMs: (user + system) / 1000 };
  };
  const { answer, cpuMs: firstCpuMs } = once();
  const rssMB = Math.round(process.resourceUsage().maxRSS / 1024);
  const certified = verify(problem, {}, answer) === null;
  const { pairs: card, cost } = answer;
  if (firstCpuMs > QUICK_MS) return { card, cost, cpuMs: Math.round(firstCpuMs), rssMB, certified };
  const taken: number[] = [];
  for (const until = performance.now() + REPEATED_MS; performance.now() < until;) taken.push(once().cpuMs);
  return { card, cost, cpuMs: rounded(timingOf(taken).median), firstCpuMs: rounded(firstCpuMs), rssMB, certified };
}

function compare(instances: readonly string[], baselines: readonly Baseline[], rounds: number): void {
  const rows = instances.map((file) => {
    const own: Result[] = [];
    const others = baselines.map(() => [] as number[]);
    for (let round = 0; round < rounds; round++) {
      own.push(lastJson(run(process.execPath, [import.meta.filename, file])) as Result);
      baselines.forEach((baseline, k) => others[k]!.push(measure(baseline, file, own[0]!)));
    }
    const { card, cost, certified } = own[0]!;
    if (!certified) throw new Error(`not proven: ${file}`);
    const ms = timingOf(own.map(({ cpuMs }) => cpuMs)).median;
    const cells = others.map((all) => timingOf(all).median).flatMap((other) => [seconds(other), (other / ms).toFixed(1)]);
    return [file.split("/").at(-1)!, card.toLocaleString("en"), cost.toLocaleString("en"), seconds(ms), Math.max(...own.map(({ rssMB }) => rssMB)), ...cells];
  });
  console.log(markdown(["instance", "pairs", "cost", "Linli s", "MB", ...baselines.flatMap(({ name }) => [`${name} s`, "ratio"])], rows));
}

/** Processor milliseconds of a baseline, which must find the same cost. */
function measure({ name, command }: Baseline, file: string, { card, cost }: Result): number {
  const [program, ...args] = command.split(" ").map((word) => word.replace("{file}", file).replace("{card}", String(card)));
  const result = lastJson(run(program!, args)) as { cost: number; cpuMs?: number; cpuMsMedian?: number };
  if (result.cost !== cost) throw new Error(`${name} found another cost for ${file}: ${result.cost} instead of ${cost}`);
  return result.cpuMs ?? result.cpuMsMedian!;
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
}

function lastJson(text: string): unknown {
  return JSON.parse(text.trim().split("\n").at(-1)!);
}

function seconds(ms: number): string {
  return (ms / 1000).toPrecision(3);
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
