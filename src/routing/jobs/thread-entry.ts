/** The first file of a thread: loads the module named, does its work once, and says what came of it. */
import { parentPort, workerData } from "node:worker_threads";

const { module, input } = workerData as { module: string; input: unknown };
const SAY_EVERY_MS = 50;
const say = (word: object) => parentPort!.postMessage(word, []);
let last = 0;

async function doWork(): Promise<unknown> {
  const { work } = await import(module) as { work: (input: unknown, progress: (done: number, total: number) => void) => unknown };
  return work(input, (done, total) => {
    const now = performance.now();
    if (now - last < SAY_EVERY_MS) return;
    last = now;
    say({ kind: "progress", done, total });
  });
}

doWork().then(
  (output) => say({ kind: "done", output }),
  (error: unknown) => say({ kind: "failed", message: error instanceof Error ? error.stack ?? error.message : String(error) }),
);
