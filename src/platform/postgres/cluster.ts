import { randomUUID } from "node:crypto";
import { chown, lchown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { canEnter, type Account } from "./account.ts";
import { OWNER } from "./access.ts";
import { CannotStart } from "./cannot-start.ts";
import { launch, type Surroundings } from "./launch.ts";
import { isAlive } from "./postmaster.ts";

/**
 * How a cluster folder is named to a program that stands in it (its working folder): by its path, or, when the account could
 * not have walked there (an installation under /root, say), by the working folder itself, which needs no walking.
 */
export async function nameFor(folder: string, account: Account | undefined): Promise<string> {
  if (await canEnter(account, folder)) return folder;
  if (process.platform === "linux") return "/proc/self/cwd";
  throw new CannotStart(
    `The account PostgreSQL must run under cannot reach ${folder}. Choose a data folder outside closed folders with LINLI_DATA, or start as an ordinary user.`,
    `PostgreSQL 须以非特权账户运行，而该账户进不了 ${folder}。请用 LINLI_DATA 选择其他数据目录，或以普通用户启动。`,
  );
}

/** What a new cluster is made with. */
export interface NewCluster {
  readonly major: number;
  /** False only where the data may be lost (tests). */
  readonly durable: boolean;
  /** Set where there are no sockets and the server listens on this machine's own address. */
  readonly ownerPassword?: string | undefined;
}

/**
 * Makes the cluster beside its place and renames it there, so that a half-made one is never taken for data. Of two starts at
 * once, one wins; the other's unused folder goes.
 */
export async function createCluster(at: Surroundings, folder: string, wish: NewCluster): Promise<void> {
  await clearUnfinished(folder);
  const fresh = `${folder}.new-${process.pid}-${randomUUID().slice(0, 8)}`;
  await mkdir(fresh, { mode: 0o700 });
  if (at.account) await chown(fresh, at.account.uid, at.account.gid);
  await initialise(at, fresh, wish);
  const won = await rename(fresh, folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "EPERM") throw error;
      return false;
    },
  );
  if (!won) await rm(fresh, { recursive: true });
  else if (wish.durable) await syncFolder(dirname(folder));
}

async function initialise(at: Surroundings, fresh: string, wish: NewCluster): Promise<void> {
  const passwordFile = wish.ownerPassword === undefined ? undefined : `${fresh}.password`;
  if (passwordFile) await writeFile(passwordFile, wish.ownerPassword ?? "", { mode: 0o600 });
  const args = [
    `--pgdata=${await nameFor(fresh, at.account)}`, `--username=${OWNER}`, "--encoding=UTF8", "--data-checksums",
    ...(wish.major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : []),
    ...(passwordFile ? ["--auth=scram-sha-256", `--pwfile=${passwordFile}`] : ["--auth-local=trust", "--auth-host=reject"]),
    ...(wish.durable ? [] : ["--no-sync"]),
  ];
  try {
    // Character classes come from LC_CTYPE: with plain C, trigram search finds no Chinese at all.
    for (const locale of ["C.UTF-8", "en_US.UTF-8"]) {
      const { ended } = await launch(at, "initdb", [...args, `--locale=${locale}`], fresh);
      if ((await ended) === 0) return;
    }
  } finally {
    if (passwordFile) await rm(passwordFile);
  }
  await rm(fresh, { recursive: true });
  throw new CannotStart(
    `The database could not be created in ${dirname(fresh)} (is the disk full?). The last words of PostgreSQL: ${await lastWords(at.logFile)}`,
    `无法在 ${dirname(fresh)} 建立数据库（磁盘是否已满？），原因见 ${at.logFile}。`,
  );
}

/** Removes what a start that died left half made. Such a folder never held data: it only gets its name when whole. */
async function clearUnfinished(folder: string): Promise<void> {
  const prefix = `${folder}.new-`;
  for (const name of await readdir(dirname(folder))) {
    const path = join(dirname(folder), name);
    if (path.startsWith(prefix) && !isAlive(Number.parseInt(path.slice(prefix.length), 10))) await rm(path, { recursive: true, maxRetries: 5 });
  }
}

/** A cluster copied about as root would be refused by its server; only root can hand it over, so root does. */
export async function handOver(folder: string, account: Account | undefined): Promise<void> {
  if (!account || (await stat(folder)).uid === account.uid) return;
  await chown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}

/** The last lines of a log, for a message. */
export async function lastWords(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-4).join(" | ");
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}
