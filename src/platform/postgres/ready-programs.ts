import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { canEnter, type Account } from "./account.ts";
import { CannotStart } from "./cannot-start.ts";
import type { Programs } from "./programs.ts";

/** Where root keeps a copy that every installation and every test run can share. */
const SHARED = ["/var/cache/linli", join(tmpdir(), "linli-programs")];

/**
 * The folder of programs the account can really execute: where they lie, if it can go there and their links could be
 * mended, otherwise a copy (about 60 MB) in the system's cache or beside the data.
 */
export async function readyPrograms(programs: Programs, dataFolder: string, account: Account | undefined, shared = SHARED): Promise<string> {
  const source = programs.package;
  if (!source) return programs.binFolder;
  if ((await mendLinks(source.nativeFolder)) && (await canRun(account, programs.binFolder))) return programs.binFolder;

  const places = [...(account ? shared : []), dataFolder];
  for (const place of places) {
    const folder = join(place, `postgresql-${source.version}`);
    await mkdir(place, { recursive: true, mode: 0o755 }).catch(() => undefined);
    if (!(await isOurs(place)) || !(await canEnter(account, place))) continue;
    await copyOnce(source.nativeFolder, folder);
    return join(folder, "bin");
  }
  throw new CannotStart(
    `PostgreSQL must run under an unprivileged account, which can reach neither ${source.nativeFolder} nor a copy in ${places.join(", ")}. Move the installation out of the closed folder.`,
    `PostgreSQL 须以非特权账户运行，而该账户进不了 ${source.nativeFolder}，也进不了 ${places.join("、")} 中的副本。请把安装移出受限目录。`,
  );
}

/** npm packs no symbolic links; the package lists them instead. False when they are missing and cannot be written here. */
export async function mendLinks(nativeFolder: string): Promise<boolean> {
  const list = await readFile(join(nativeFolder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(nativeFolder), target);
    const made = await symlink(basename(source), link).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === "EEXIST",
    );
    if (!made) return false;
  }
  return true;
}

async function canRun(account: Account | undefined, binFolder: string): Promise<boolean> {
  if (!account) return true;
  const share = join(dirname(binFolder), "share", "postgresql");
  const reached = (await canEnter(account, binFolder)) && (await canEnter(account, share));
  const program = await stat(join(binFolder, "postgres"));
  return reached && (program.mode & 0o005) === 0o005;
}

/** A copy is only made, and only trusted, in a folder that nobody else can write. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

async function copyOnce(nativeFolder: string, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const partial = await mkdtemp(`${folder}.partial-`);
  await cp(nativeFolder, join(partial, "native"), { recursive: true, filter: (path) => extname(path) !== ".a", verbatimSymlinks: true });
  await mendLinks(join(partial, "native"));
  await openToAll(join(partial, "native"));
  await rename(join(partial, "native"), folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  await rm(partial, { recursive: true, force: true });
}

/** Readable for every account, whatever umask the packages were installed under. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
