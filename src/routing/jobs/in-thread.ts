import { Worker } from "node:worker_threads";

export interface ThreadOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the thread at once, wherever it is; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

type Word = { readonly kind: "progress"; readonly done: number; readonly total: number } | { readonly kind: "done"; readonly output: unknown } | { readonly kind: "failed"; readonly message: string };

const { url: here } = import.meta;

/** Runs `work(input, progress)` of a module in a thread of its own, so that computing never holds up the server. */
export async function runInThread<Input, Output>(module: URL, input: Input, { onProgress, signal }: ThreadOptions = {}): Promise<Output> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("thread-entry.ts", here), { workerData: { module: module.href, input }, execArgv: [] });
  const ended = Promise.withResolvers<Output>();
  const abort = () => ended.reject(signal!.reason);
  signal?.addEventListener("abort", abort, { once: true });
  worker.on("message", (word: Word) => {
    if (word.kind === "progress") onProgress?.(word.done, word.total);
    else if (word.kind === "done") ended.resolve(word.output as Output);
    else ended.reject(new Error(word.message));
  });
  worker.on("error", (error) => ended.reject(error));
  worker.on("exit", (code) => ended.reject(new Error(`the thread ended without an answer (code ${code})`)));
  try {
    return await ended.promise;
  } finally {
    signal?.removeEventListener("abort", abort);
    await worker.terminate();
  }
}
