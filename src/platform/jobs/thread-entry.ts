/** The first file of a thread started by `runInThread`: loads the module named, does its work once, and says what came of it. */
import { parentPort, workerData } from "node:worker_threads";
import { wordOf, type ThreadWord, type ThreadWork } from "./in-thread.ts";

const { module } = workerData as { module: string };
// A thread's port has no origins: there is only whoever started it.
const say = (word: ThreadWord) => parentPort!.postMessage(word, []);

parentPort!.once("message", (input: unknown) => {
  doWork(input).then((output) => say({ kind: "done", output }), (error: unknown) => say(wordOf(error)));
});

async function doWork(input: unknown): Promise<unknown> {
  const { work } = await import(module) as { work: ThreadWork<unknown, unknown> };
  let last = 0;
  return work(input, (done, total) => {
    const now = performance.now();
    if (now - last < 50) return;
    last = now;
    say({ kind: "progress", done, total });
  });
}
