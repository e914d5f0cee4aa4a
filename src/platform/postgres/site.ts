import { randomBytes, randomInt } from "node:crypto";
import { access as exists, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Access } from "./access.ts";
import { chooseAccount } from "./account.ts";
import { createCluster, handOver, nameFor } from "./cluster.ts";
import type { Surroundings } from "./launch.ts";
import { findPrograms } from "./programs.ts";
import { readyPrograms } from "./ready-programs.ts";
import { prepareSocketFolder } from "./socket-folder.ts";

/** Everything a server of this data folder is started with. */
export interface Site {
  readonly clusterFolder: string;
  readonly surroundings: Surroundings;
  readonly access: Access;
}

/**
 * Makes a data folder ready to be served: programs, account, socket and, the first time, the cluster.
 *
 * Layout: `cluster/` (PostgreSQL's own), `postgres.log`, and where needed `postgresql-<version>/` (a copy of the programs)
 * and `access.json` (port and passwords, only where there are no sockets).
 */
export async function prepareSite(dataDir: string, durable: boolean, binDir: string | undefined): Promise<Site> {
  const dataFolder = resolve(dataDir);
  await mkdir(dataFolder, { recursive: true });
  const clusterFolder = join(dataFolder, "cluster");
  const account = await chooseAccount(clusterFolder);
  // The account walks through this folder to its cluster, which itself stays closed to everybody else.
  if (account) await chmod(dataFolder, 0o711);

  const programs = await findPrograms(clusterFolder, binDir);
  const binFolder = await readyPrograms(programs, dataFolder, account);
  const surroundings: Surroundings = { binFolder, account, logFile: join(dataFolder, "postgres.log") };
  const access: Access =
    process.platform === "win32"
      ? await tcpAccess(join(dataFolder, "access.json"))
      : { by: "socket", folder: await prepareSocketFolder(dataFolder, account), port: 5432 };

  if (await isThere(clusterFolder)) await handOver(clusterFolder, account);
  else {
    const ownerPassword = access.by === "tcp" ? access.ownerPassword : undefined;
    await createCluster(surroundings, clusterFolder, { major: programs.major, durable, ownerPassword });
  }
  await nameFor(clusterFolder, account);
  return { clusterFolder, surroundings, access };
}

async function isThere(folder: string): Promise<boolean> {
  return exists(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
}

/** Port and passwords, drawn once and kept, for systems without unix sockets. */
async function tcpAccess(file: string): Promise<Access> {
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Access;
  const secret = () => randomBytes(24).toString("base64url");
  const drawn: Access = { by: "tcp", port: randomInt(20_000, 45_000), ownerPassword: secret(), appPassword: secret() };
  await writeFile(file, JSON.stringify(drawn), { mode: 0o600 });
  return drawn;
}
