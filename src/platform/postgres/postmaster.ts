import { execFile } from "node:child_process";
import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { CannotStart } from "./cannot-start.ts";

/** What a running server wrote into `postmaster.pid`; the later lines appear while it starts. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: string;
}

/** Reads `postmaster.pid`; undefined when there is none. A file is no proof that the server lives: see {@link programOf}. */
export async function readPostmaster(clusterFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(clusterFolder, "postmaster.pid"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    if (error.code === "EACCES") throw notOurs(clusterFolder);
    throw error;
  });
  return text === undefined ? undefined : parsePostmaster(text);
}

/** Lines by number, as PostgreSQL's `pidfile.h` lists them: pid, data folder, start, port, socket folder, address, memory, status. */
export function parsePostmaster(text: string): Postmaster | undefined {
  const line = text.split("\n").map((part) => part.trim());
  const pid = Number(line[0]);
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid: Math.abs(pid), port: Number(line[3] ?? 0), socketFolder: line[4] ?? "", status: line[7] ?? "" };
}

/** What runs under a process number: `unknown` where the system does not tell. A process that ended but was never collected is gone. */
export async function programOf(pid: number): Promise<"postgres" | "other" | "gone" | "unknown"> {
  if (!isAlive(pid)) return "gone";
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const parts = /^\d+ \((.*)\) (\S)/s.exec(stat);
    if (!parts) return isAlive(pid) ? "unknown" : "gone";
    if (parts[2] === "Z" || parts[2] === "X") return "gone";
    return parts[1] === "postgres" ? "postgres" : "other";
  }
  if (process.platform === "win32") return "unknown";
  const { stdout } = await promisify(execFile)("ps", ["-o", "comm=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  if (!stdout.trim()) return "gone";
  return /(^|\/)postgres/.test(stdout.trim()) ? "postgres" : "other";
}

/** Whether a process number is in use, by anybody. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Puts a `postmaster.pid` aside that names a process which is certainly not a living server: a number given to another
 * program since, or one that ended uncollected. PostgreSQL itself would refuse to start over it. Orphaned
 * backends stay guarded: the next server also checks the shared memory found by the folder's inode.
 */
export async function setAsideStalePidFile(clusterFolder: string): Promise<void> {
  const file = join(clusterFolder, "postmaster.pid");
  await rename(file, `${file}.stale`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

function notOurs(folder: string): CannotStart {
  return new CannotStart(
    `The database folder ${folder} belongs to another account. Start Linli under that account (or as root), give it to yourself with chown -R, or choose another folder with LINLI_DATA.`,
    `数据库目录 ${folder} 属于另一个账户。请用该账户（或 root）启动，或用 chown -R 改归自己，或用 LINLI_DATA 另选目录。`,
  );
}
