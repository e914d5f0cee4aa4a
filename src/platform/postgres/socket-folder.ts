import { createHash } from "node:crypto";
import { chown, lstat, mkdir, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, type Account } from "./account.ts";
import { CannotStart } from "./cannot-start.ts";

/** A unix socket's whole path must fit `sun_path`: 107 bytes on Linux, 103 on macOS; `/.s.PGSQL.5432` takes 14 of them. */
const LONGEST_FOLDER_BYTES = 103 - 14;

/**
 * A short private folder for the server's socket, the same one at every start of the same data folder.
 * Whoever can enter it is trusted by the database, so it must belong to the account alone (0700).
 */
export async function prepareSocketFolder(dataFolder: string, account: Account | undefined): Promise<string> {
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const name = `linli-${uid}-${createHash("sha256").update(await realpath(dataFolder)).digest("hex").slice(0, 10)}`;
  for (const base of new Set([tmpdir(), "/tmp", "/var/tmp", "/run"])) {
    const folder = join(base, name);
    if (Buffer.byteLength(folder) > LONGEST_FOLDER_BYTES) continue;
    if (!(await canEnter(account, base).catch(() => false))) continue;
    if (await claimFolder(folder, uid, account)) return folder;
  }
  throw new CannotStart(
    `No private folder for the database's socket could be made under ${tmpdir()}, /tmp or /var/tmp. Set TMPDIR to a short folder of your own.`,
    `无法在 ${tmpdir()}、/tmp 或 /var/tmp 下为数据库建立专用的套接字目录。请把 TMPDIR 设为自己的一个短路径目录。`,
  );
}

/** Makes the folder or accepts the one from last time; false when somebody else holds the name. */
async function claimFolder(folder: string, uid: number, account: Account | undefined): Promise<boolean> {
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
  let found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory()) return false;
  if (account && found.uid === 0) {
    await chown(folder, account.uid, account.gid);
    found = await lstat(folder);
  }
  return found.uid === uid && (found.mode & 0o077) === 0;
}
