/**
 * Plans the 56 instances of Solomon (1987) and prints, per class, how far from the best known: fewest vehicles first, then distance
 * in double precision. Seconds are the processor's, of the planning thread. Every plan passes the independent checker.
 * Usage: `node bench/visit-rounds.ts FOLDER [SECONDS …] [--only PREFIX] [--distance] [--seed N] [--verbose]`; FOLDER holds `C101.txt` …
 * and `BKS.json` (`{"C101": {"best_known_cost", "solved_with_vehicles"}, "C101_distance": …}`).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planRounds } from "../src/routing/model/planner/plan-rounds.ts";
import { checkPlan } from "../src/routing/model/planner/check-plan.ts";
import type { RoundsProblem } from "../src/routing/model/planner/problem.ts";

interface Best { readonly best_known_cost: number; readonly solved_with_vehicles: number }
interface Result { readonly name: string; readonly vehicles: number; readonly distance: number; readonly best: Best; readonly steps: number }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string", default: "" }, distance: { type: "boolean", default: false }, verbose: { type: "boolean", default: false }, seed: { type: "string", default: "1" } } });
const [folder, ...times] = positionals;
if (!folder) throw new Error("usage: node bench/visit-rounds.ts FOLDER [SECONDS …]");
const known = JSON.parse(readFileSync(join(folder, "BKS.json"), "utf8")) as Record<string, Best>;
const names = readdirSync(folder).map((file) => /^((?:R|C|RC)[12]\d\d)\.txt$/.exec(file)?.[1] ?? "").filter((name) => name !== "" && new RegExp(`^${values.only}`).test(name)).sort();

for (const seconds of (times.length ? times : ["1", "10"]).map(Number)) {
  const results = names.map((name) => solve(name, seconds));
  console.log(`\n${seconds} s an instance, ${values.distance ? "distance alone" : "vehicles first, then distance"}\n`);
  console.log("| class | instances | vehicles | best known | equal | distance | best known | gap, all | gap where vehicles are equal | steps a second |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
  for (const [group, some] of [...Map.groupBy(results, ({ name }) => name.slice(0, -2)), ["all", results] as const]) console.log(row(group, some, seconds));
}

function solve(name: string, seconds: number): Result {
  const problem = readInstance(readFileSync(join(folder!, `${name}.txt`), "utf8"));
  const begun = process.threadCpuUsage();
  const spent = () => {
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1e6;
  };
  const answer = planRounds(problem, { first: values.distance ? "cost" : "visitors", seed: Number(values.seed), pace: () => spent() / seconds });
  const flaw = checkPlan(problem, answer);
  if (flaw !== null || answer.unserved.length > 0) throw new Error(`${name}: ${flaw ?? "visits left over"}`);
  const result = { name, vehicles: answer.used, distance: answer.cost, best: known[values.distance ? `${name}_distance` : name]!, steps: answer.steps };
  if (values.verbose) console.log(name, result.vehicles, result.best.solved_with_vehicles, result.distance.toFixed(2), result.best.best_known_cost, `${(gap([result]) * 100).toFixed(2)} %`);
  return result;
}

function row(group: string, some: readonly Result[], seconds: number): string {
  const equal = some.filter(({ vehicles, best }) => vehicles <= best.solved_with_vehicles);
  const mean = (values: readonly number[], digits: number) => (values.reduce((a, b) => a + b, 0) / values.length).toFixed(digits);
  return `| ${[group, some.length, mean(some.map(({ vehicles }) => vehicles), 2), mean(some.map(({ best }) => best.solved_with_vehicles), 2), equal.length, mean(some.map(({ distance }) => distance), 2),
    mean(some.map(({ best }) => best.best_known_cost), 2), `${(gap(some) * 100).toFixed(2)} %`, `${(gap(equal) * 100).toFixed(2)} %`, mean(some.map(({ steps }) => steps / seconds), 0)].join(" | ")} |`;
}

/** Mean of the gaps. */
function gap(some: readonly Result[]): number {
  return some.reduce((sum, { distance, best }) => sum + distance / best.best_known_cost - 1, 0) / some.length;
}

function readInstance(text: string): RoundsProblem {
  const numbers = [...text.slice(text.indexOf("CAPACITY")).matchAll(/\d+/g)].map(Number);
  const [vehicles = 0, capacity = 0] = numbers;
  const rows = Array.from({ length: (numbers.length - 2) / 7 }, (_, i) => numbers.slice(2 + i * 7, 9 + i * 7));
  const [depot, ...customers] = rows as [number[], ...number[][]];
  const places = [...customers, depot];
  const column = (at: number) => Float64Array.from(customers, (row) => row[at]!);
  const way = Float64Array.from({ length: places.length ** 2 }, (_, i) => {
    const [a, b] = [places[Math.floor(i / places.length)]!, places[i % places.length]!];
    return Math.hypot(a[1]! - b[1]!, a[2]! - b[2]!);
  });
  const home = customers.length;
  const visitor = { start: home, end: home, from: depot[4]!, until: depot[5]!, capacity, by: 0, lunch: null };
  return {
    visits: customers.length, places: places.length, opens: column(4), closes: column(5), service: column(6), demand: column(3), weight: new Float64Array(customers.length).fill(1),
    visitors: Array.from({ length: vehicles }, () => visitor), travel: [{ time: way, cost: way }], may: null,
  };
}
