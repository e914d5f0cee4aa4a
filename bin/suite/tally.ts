import { existsSync, readFileSync } from "node:fs";
import type { Outcome } from "./step.ts";

/** Test cases counted. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The figures vitest's JSON report gives. */
interface Account {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/**
 * Counts the test cases of all steps. A step that fails without a failing case (a type error, a test file that does not load)
 * counts as one failure; a case that was not run counts as failed, because the house has none to leave out.
 */
export function tally(outcomes: readonly Outcome[]): Tally {
  let [passed, failed] = [0, 0];
  for (const { step, ok } of outcomes) {
    const account = step.account ? readAccount(step.account) : undefined;
    const broken = account ? account.numFailedTests + account.numPendingTests + account.numTodoTests : 0;
    passed += account?.numPassedTests ?? 0;
    failed += broken === 0 && !ok ? 1 : broken;
  }
  return { passed, failed };
}

function readAccount(file: string): Account | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Account) : undefined;
}

/** One line a step, with its seconds. */
export function summary(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ step, ok, seconds }) => `${ok ? "ok    " : "FAILED"}  ${step.name.padEnd(26)}${seconds.toFixed(1).padStart(7)} s`);
  const total = outcomes.reduce((sum, { seconds }) => sum + seconds, 0);
  return [...lines, `        ${"together".padEnd(26)}${total.toFixed(1).padStart(7)} s`].join("\n");
}
