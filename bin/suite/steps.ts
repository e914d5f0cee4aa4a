import { availableParallelism } from "node:os";
import type { Step } from "./step.ts";

const tool = (name: string, ...args: string[]): readonly string[] => ["node", `node_modules/${name}`, ...args];

/** The fast part: everything that needs neither a build nor a browser. */
export function fastSteps(scratch: string): Step[] {
  return [
    { name: "types", command: tool("typescript/bin/tsc", "--project", ".") },
    { name: "lint", command: tool("oxlint/bin/oxlint", "src", "bin", "e2e", "bench") },
    { name: "boundaries", command: tool("dependency-cruiser/bin/dependency-cruiser.mjs", "--config", ".dependency-cruiser.mjs", "src", "bin", "e2e", "bench") },
    { name: "dead code", command: tool("knip/bin/knip.js", "--no-progress") },
    { name: "house rules", command: ["node", "bin/checks/run-checks.ts"] },
    { name: "table types", command: ["node", "bin/db-types.ts", "--verify"] },
    vitest("unit and service tests", `${scratch}/unit.json`, "vitest.config.ts", `--maxWorkers=${WORKERS}`),
  ];
}

/** The rest: the pages are built and walked through in a real browser. */
export function browserSteps(scratch: string, chromium: string): Step[] {
  return [
    { name: "build", command: tool("@react-router/dev/bin.cjs", "build"), env: { NODE_ENV: "production" } },
    { ...vitest("browser journeys", `${scratch}/journeys.json`, "e2e/vitest.config.ts"), env: { CHROMIUM_PATH: chromium } },
  ];
}

/** Left to itself vitest keeps one core free; here that core would be idle. Each worker holds about ten connections. */
const WORKERS = Math.min(Math.max(availableParallelism(), 2), 12);

function vitest(name: string, account: string, config: string, ...more: string[]): Step {
  const command = tool("vitest/vitest.mjs", "run", "--config", config, "--reporter=default", "--reporter=json", `--outputFile.json=${account}`, ...more);
  return { name, command, account };
}
