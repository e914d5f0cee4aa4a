import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Top of the repository. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** One part of the suite. */
export interface Step {
  readonly name: string;
  /** Program and arguments; the program `node` is the one we run on. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the step leaves vitest's account of its test cases. */
  readonly account?: string;
}

/** How a step ended. */
export interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
}

/** Runs a step and shows what it says as it says it. */
export async function runStep(step: Step): Promise<Outcome> {
  const [program = "", ...args] = step.command;
  const since = performance.now();
  console.log(`\n── ${step.name} ${"─".repeat(Math.max(0, 70 - step.name.length))}`);
  const child = spawn(program === "node" ? process.execPath : program, args, {
    cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...step.env },
  });
  const interrupt = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of INTERRUPTS) process.on(signal, interrupt);
  const ok = await new Promise<boolean>((resolve) => {
    child.once("error", (error) => { console.error(error.message); resolve(false); });
    child.once("exit", (code) => resolve(code === 0));
  });
  for (const signal of INTERRUPTS) process.off(signal, interrupt);
  return { step, ok, seconds: (performance.now() - since) / 1000 };
}

const INTERRUPTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
