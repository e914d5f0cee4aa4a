import { Worker, type Transferable } from "node:worker_threads";
import { isRefusal, Refusal } from "../../kernel/refusal.ts";
import { WorkStopped } from "./job.ts";

/** Tells how far the work has come; free to call often. */
export type ThreadProgress = (done: number, total: number) => void;

/** What a module that runs in a thread exports as `work`: plain values in, plain values out, no I/O of ours. */
export type ThreadWork<Input, Output> = (input: Input, progress: ThreadProgress) => Output | Promise<Output>;

export interface ThreadOptions {
  readonly onProgress?: ThreadProgress;
  /** Stops the thread at once, wherever it is; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Buffers handed over instead of copied. */
  readonly transfer?: readonly Transferable[];
  /** Megabytes of objects it may hold; beyond it the thread ends and nobody else does. */
  readonly maxMemoryMB?: number;
}

/** What a thread says to its starter. */
export type ThreadWord =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "refused"; readonly refusal: Pick<Refusal, "kind" | "reason" | "fields" | "params"> }
  | { readonly kind: "failed"; readonly message: string; readonly stack: string };

const ENTRY = new URL("thread-entry.ts", import.meta.url);
const MEMORY_MB = 2048;

/**
 * Runs `work` of a module in a thread of its own, so that long computation never holds up the server. A refusal in the thread is the
 * same refusal here; a crash, or memory run out, is an error. Call it from jobs: a page's bundle does not hold the module.
 */
export async function runInThread<Input, Output>(module: URL, input: Input, { onProgress, signal, transfer = [], maxMemoryMB = MEMORY_MB }: ThreadOptions = {}): Promise<Output> {
  signal?.throwIfAborted();
  const worker = new Worker(ENTRY, { workerData: { module: module.href }, resourceLimits: { maxOldGenerationSizeMb: maxMemoryMB }, execArgv: [] });
  const ended = Promise.withResolvers<Output>();
  const abort = () => ended.reject(signal!.reason);
  signal?.addEventListener("abort", abort, { once: true });
  worker.on("message", (word: ThreadWord) => {
    if (word.kind === "progress") onProgress?.(word.done, word.total);
    else if (word.kind === "done") ended.resolve(word.output as Output);
    else if (word.kind === "refused") ended.reject(refusalOf(word.refusal));
    else ended.reject(Object.assign(new Error(word.message), { stack: word.stack }));
  });
  worker.on("error", (error) => ended.reject(outOfMemory(error) ? new WorkStopped(error.message, { cause: error }) : error));
  worker.on("exit", (code) => ended.reject(new WorkStopped(`the thread ended without an answer (code ${code})`)));
  try {
    worker.postMessage(input, transfer);
    return await ended.promise;
  } finally {
    signal?.removeEventListener("abort", abort);
    await worker.terminate();
  }
}

function outOfMemory(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function refusalOf({ kind, reason, fields, params }: Pick<Refusal, "kind" | "reason" | "fields" | "params">): Refusal {
  return new Refusal(kind, reason, { fields, params });
}

/** An error as a word that can be sent. */
export function wordOf(error: unknown): ThreadWord {
  if (isRefusal(error)) return { kind: "refused", refusal: { kind: error.kind, reason: error.reason, fields: error.fields, params: error.params } };
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  return { kind: "failed", message, stack };
}

/** How often progress is noted and a cancel is looked for. */
const LOOK_MS = 400;

/**
 * Runs long work while `note` is called with its latest progress several times a second. Whatever `note` throws (a job that was
 * cancelled) stops the work through the signal and is thrown here; it is asked a last time when the work is done.
 */
export async function watchWork<T>(note: (done: number, total: number) => Promise<void>, work: (watch: { onProgress: ThreadProgress; signal: AbortSignal }) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let latest: [done: number, total: number] = [0, 1];
  let noting = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    noting = note(...latest).catch((error: unknown) => stop.abort(error)).finally(() => { busy = false; });
  }, LOOK_MS);
  try {
    const done = await work({ onProgress: (some, all) => { latest = [some, all]; }, signal: stop.signal });
    clearInterval(timer);
    await noting;
    await note(...latest);
    return done;
  } finally {
    clearInterval(timer);
    await noting;
  }
}
