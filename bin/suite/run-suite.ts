/**
 * Runs every check and test, one after the other, and sums them up:
 *   node bin/run.mjs check     the fast part
 *   node bin/run.mjs test      everything, as the build server does
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareBrowser } from "./browser.ts";
import { runStep, type Outcome, type Step } from "./step.ts";
import { browserSteps, fastSteps } from "./steps.ts";
import { summary, tally } from "./tally.ts";

const scratch = mkdtempSync(join(tmpdir(), "linli-suite-"));
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());
try {
  const steps = stepsToRun(process.argv.includes("--all"));
  if (steps) await run(steps);
  else process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Undefined where something is missing that only a person can install. */
function stepsToRun(all: boolean): Step[] | undefined {
  if (!all) return fastSteps(scratch);
  const chromium = prepareBrowser();
  return chromium === undefined ? undefined : [...fastSteps(scratch), ...browserSteps(scratch, chromium)];
}

async function run(steps: readonly Step[]): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if (!interrupted.signal.aborted) outcomes.push(await runStep(step));
  }
  const { passed, failed } = tally(outcomes);
  const complete = outcomes.length === steps.length && outcomes.every(({ ok }) => ok);
  console.log(`\n${summary(outcomes)}\n`);
  if (!complete && failed === 0) console.log("interrupted");
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = complete && failed === 0 ? 0 : 1;
}
