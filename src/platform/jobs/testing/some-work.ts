import { Refusal } from "../../../kernel/refusal.ts";
import type { ThreadProgress } from "../in-thread.ts";

/** What a test's thread is asked to do. */
export type Task = { readonly kind: "sum"; readonly numbers: Int32Array } | { readonly kind: "refuse" | "break" | "leave" | "fill" } | { readonly kind: "spin"; readonly ms: number };

/** Work of every fate, for the tests of `runInThread`. */
export function work(task: Task, progress: ThreadProgress): number {
  switch (task.kind) {
    case "sum": return task.numbers.reduce((a, b) => a + b, 0);
    case "refuse": throw new Refusal("conflict", "jobs.not_found", { params: { row: 7 } });
    case "break": throw new TypeError("a bug");
    case "leave": return process.exit(3);
    case "fill": { const all: number[][] = []; for (;;) all.push(Array.from({ length: 1000 }, (_, index) => index)); }
    case "spin": {
      const until = performance.now() + task.ms;
      for (let done = performance.now(); done < until; done = performance.now()) progress(task.ms - (until - done), task.ms);
      return 1;
    }
  }
}
