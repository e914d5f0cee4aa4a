import { readFile, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** The account a database program runs under; PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In order of preference: an account made for Linli, the database administrator's, and the one every Unix has. */
const PREFERRED = ["linli", "postgres", "nobody"];

/**
 * The account to start PostgreSQL under, or undefined to start it as ourselves.
 *
 * Only root has to change: to the owner of an existing cluster, otherwise to an unprivileged account of this machine.
 * The account must have a line in /etc/passwd, because `initdb` looks its name up.
 */
export async function chooseAccount(clusterFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return pickAccount(await readFile("/etc/passwd", "utf8").catch(() => ""));
}

/** Picks the unprivileged account out of the text of /etc/passwd. */
export function pickAccount(passwd: string): Account {
  const lines = passwd.split("\n").map((line) => line.split(":"));
  for (const name of PREFERRED) {
    const line = lines.find(([login]) => login === name);
    const [uid, gid] = [Number(line?.[2]), Number(line?.[3])];
    // macOS writes nobody as -2; the system calls want it unsigned.
    if (uid !== 0 && Number.isInteger(uid) && Number.isInteger(gid)) return { uid: uid >>> 0, gid: gid >>> 0 };
  }
  throw new CannotStart(
    "PostgreSQL does not run as root, and this machine has no account 'linli', 'postgres' or 'nobody'. Create one (useradd --system linli) or set DATABASE_URL.",
    "PostgreSQL 不能以 root 身份运行，而本机没有 linli、postgres 或 nobody 账户。请新建一个（useradd --system linli），或设置 DATABASE_URL。",
  );
}

/** Whether `account` may enter every folder down to and including `folder`, judged by mode bits. */
export async function canEnter(account: Account | undefined, folder: string): Promise<boolean> {
  if (!account) return true;
  for (let at = await realpath(folder); ; at = dirname(at)) {
    const found = await stat(at);
    const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0;
    if (((found.mode >> shift) & 0o1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
