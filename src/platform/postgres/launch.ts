import { spawn, type ChildProcess } from "node:child_process";
import { open, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account.ts";
import { CannotStart } from "./cannot-start.ts";

/** Where a program runs and as whom. */
export interface Surroundings {
  readonly binFolder: string;
  readonly account: Account | undefined;
  /** Log the program's words go to; the database's own log is kept free of statements and values (see settings.ts). */
  readonly logFile: string;
}

/** A program that was started and the way it ended, if it did. */
export interface Started {
  readonly pid: number;
  readonly ended: Promise<number | null>;
  /** Lets our process end while the program runs on. */
  release(): void;
}

/**
 * Starts a PostgreSQL program detached from us: a Ctrl-C in our terminal does not reach it, and our death does not end it.
 */
export async function launch(at: Surroundings, program: string, args: string[], folder: string): Promise<Started> {
  const log = await openLog(at.logFile);
  try {
    const child = spawn(join(at.binFolder, program), args, {
      cwd: folder,
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log.fd, log.fd],
      env: surroundingVariables(),
      ...(at.account && { uid: at.account.uid, gid: at.account.gid }),
    });
    const pid = await startedPid(child, program);
    return { pid, ended: new Promise((resolve) => child.once("exit", resolve)), release: () => child.unref() };
  } finally {
    await log.close();
  }
}

/** Only what the programs need: PGDATA, PGPORT or PGOPTIONS of the caller must not reach them. */
function surroundingVariables(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SystemRoot, TEMP } = process.env;
  return { PATH, TMPDIR, SystemRoot, TEMP, LC_ALL: "C", TZ: "UTC" };
}

function startedPid(child: ChildProcess, program: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new CannotStart(
          `${program} could not be started (${error.code ?? error.message}). If this machine forbids changing accounts, run Linli as an ordinary user or set DATABASE_URL.`,
          `无法启动 ${program}（${error.code ?? error.message}）。若本机不允许切换账户，请以普通用户运行，或设置 DATABASE_URL。`,
        ),
      ),
    );
    child.once("spawn", () => resolve(child.pid ?? 0));
  });
}

const LARGEST_LOG_BYTES = 10_000_000;

/** Appends; a log that has grown large is put aside once, so two files are the most there ever are. */
async function openLog(file: string) {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > LARGEST_LOG_BYTES) await rename(file, `${file}.1`);
  return open(file, "a", 0o600);
}
