import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Outcome } from "./step.ts";
import { summary, tally } from "./tally.ts";

function outcome(ok: boolean, account?: object): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "linli-tally-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "account.json");
  if (account) writeFileSync(file, JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...account }));
  return { step: { name: "a step", command: [], account: file }, ok, seconds: 1.25 };
}

test("adds the cases of all steps", () => {
  expect(tally([outcome(true), outcome(true, { numPassedTests: 5 }), outcome(true, { numPassedTests: 7 })])).toEqual({ passed: 12, failed: 0 });
});

test("nothing that failed is counted as nothing", () => {
  expect(tally([outcome(false)])).toEqual({ passed: 0, failed: 1 });
  expect(tally([outcome(false, { numPassedTests: 5 })])).toEqual({ passed: 5, failed: 1 });
  expect(tally([outcome(false, { numPassedTests: 5, numFailedTests: 2 })])).toEqual({ passed: 5, failed: 2 });
  expect(tally([outcome(true, { numPassedTests: 5, numPendingTests: 1 })])).toEqual({ passed: 5, failed: 1 });
});

test("names each step with its seconds", () => {
  expect(summary([outcome(true), outcome(false)])).toMatch(/^ok {6}a step +1\.3 s\nFAILED {2}a step +1\.3 s\n +together +2\.5 s$/);
});
