import { setTimeout as pause } from "node:timers/promises";
import type { Access } from "./access.ts";
import { CannotStart } from "./cannot-start.ts";
import { lastWords, nameFor } from "./cluster.ts";
import { launch, type Surroundings } from "./launch.ts";
import { isAlive, programOf, readPostmaster, setAsideStalePidFile, type Postmaster } from "./postmaster.ts";
import { serverSettings } from "./settings.ts";

/** A server that accepts connections, and whether it was already running. */
export interface Running {
  readonly postmaster: Postmaster;
  readonly attached: boolean;
}

const LOOK_EVERY_MS = 10;
/** A killed server may hold its lock and shared memory for a second or two after. */
const RETRY_FOR_MS = 10_000;
/** After this an immediate shutdown is asked for; the next start then recovers from the log, losing nothing. */
const FAST_SHUTDOWN_MS = 60_000;

/**
 * Brings the server of a cluster up, or finds it up already.
 *
 * Waits as long as a living server needs to recover from a crash; gives up only when starts keep failing for ten seconds.
 */
export async function bringUp(
  at: Surroundings, folder: string, access: Access, settings: Record<string, string>, log: (line: string) => void,
): Promise<Running> {
  const giveUpAt = Date.now() + RETRY_FOR_MS;
  for (let attempt = 1; ; attempt++) {
    const living = await findLiving(folder);
    if (living) {
      const ready = await untilReady(folder, living.pid, log);
      if (ready) return { postmaster: ready, attached: true };
      continue;
    }
    const args = ["-D", await nameFor(folder, at.account), ...serverSettings(access, settings)];
    const { pid, release } = await launch(at, "postgres", args, folder);
    release();
    const ready = await untilReady(folder, pid, log);
    if (ready) return { postmaster: ready, attached: false };
    if (Date.now() > giveUpAt) break;
    log(`postgres: start ${attempt} did not succeed, trying again`);
    await pause(Math.min(100 * 2 ** attempt, 1000));
  }
  throw new CannotStart(
    `PostgreSQL does not start. Its last words: ${await lastWords(at.logFile)} (whole log: ${at.logFile}). Nothing was deleted.`,
    `PostgreSQL 无法启动，原因见 ${at.logFile}。数据未被删除。`,
  );
}

/** The server named by `postmaster.pid`, if it lives; a file that names something else is put aside. */
async function findLiving(folder: string): Promise<Postmaster | undefined> {
  const named = await readPostmaster(folder);
  if (!named) return undefined;
  const program = await programOf(named.pid);
  if (program === "postgres" || program === "unknown") return named;
  if (program === "other" || isAlive(named.pid)) await setAsideStalePidFile(folder);
  return undefined;
}

/** Waits until the server with this number says it is ready; undefined when it ends first or is on its way out. */
async function untilReady(folder: string, pid: number, log: (line: string) => void): Promise<Postmaster | undefined> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const now = await readPostmaster(folder);
    if (now?.pid === pid && now.status === "ready") return now;
    const program = await programOf(pid);
    if (program === "gone" || program === "other") return undefined;
    if (waited > 0 && waited % 5000 === 0) log(`postgres: waiting for the server (${now?.status || "starting"}, ${waited / 1000} s)`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Resolves when the server is gone. */
export async function shutDown(at: Surroundings, folder: string, pid: number): Promise<void> {
  const named = await readPostmaster(folder);
  if (named?.pid !== pid || (await programOf(pid)) === "gone") return;
  if (process.platform === "win32") {
    const { ended } = await launch(at, "pg_ctl", ["stop", "-D", folder, "-m", "fast"], folder);
    await ended;
    return;
  }
  process.kill(pid, "SIGINT");
  const hurryAt = Date.now() + FAST_SHUTDOWN_MS;
  for (let hurried = false; (await programOf(pid)) === "postgres"; await pause(LOOK_EVERY_MS)) {
    if (hurried || Date.now() < hurryAt) continue;
    process.kill(pid, "SIGQUIT");
    hurried = true;
  }
}
