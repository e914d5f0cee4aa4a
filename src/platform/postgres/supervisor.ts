import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { APP, OWNER, urlFor, type Access } from "./access.ts";
import { furnish } from "./furnish.ts";
import { programOf } from "./postmaster.ts";
import { bringUp, shutDown } from "./server.ts";
import { prepareSite, type Site } from "./site.ts";
import { moveIn, moveOut, type Purpose } from "./tenancy.ts";

/** How to start the embedded database. */
export interface StartOptions {
  /** A folder that belongs to the supervisor alone, e.g. `.linli/postgres`; made when missing, never deleted. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Server settings over the house's own. Turning `fsync` off also creates the cluster without syncing (tests). */
  readonly settings?: Record<string, string>;
  /** `serve` (default) refuses when another program already serves this folder; `command` works beside it. */
  readonly purpose?: Purpose;
  /** A folder with `postgres` and `initdb` to use instead of the packaged ones. */
  readonly binDir?: string;
}

/** A PostgreSQL server under our care. It is watched: if it dies it is started again, at the same address. */
export interface Supervised {
  /** The owner of the database, over the private socket: for migrations. */
  readonly ownerUrl: string;
  /** The application's role: bound by row-level security, cannot migrate. */
  readonly appUrl: string;
  /** As the server says it, e.g. `18.4`. */
  readonly version: string;
  /** Whether it was already running, left by a program that died or shared with one that lives. */
  readonly attached: boolean;
  /** Shuts the server down unless another program still uses it; resolves when its last byte is on disk. */
  stop(): Promise<void>;
}

/** A connection to the running server that holds our registration and notices its death. */
interface Hold {
  readonly holder: Client;
  readonly access: Access;
  readonly pid: number;
  readonly attached: boolean;
}

/** Starts, or attaches to, the PostgreSQL of a data folder. */
export async function startPostgres(options: StartOptions): Promise<Supervised> {
  const log = options.log ?? (() => {});
  const site = await prepareSite(options.dataDir, options.settings?.["fsync"] !== "off", options.binDir);
  let hold = await takeHold(site, options, log);
  let reviving = Promise.resolve();
  const stopping = new AbortController();

  const watch = ({ holder }: Hold) =>
    holder.once("end", () => {
      if (!stopping.signal.aborted) reviving = revive();
    });
  const revive = async () => {
    log("postgres: the server is gone, starting it again");
    while (!stopping.signal.aborted) {
      try {
        hold = await takeHold(site, options, log);
        watch(hold);
        log("postgres: the server is back");
        return;
      } catch (error) {
        log(`postgres: ${(error as Error).message}`);
        await pause(1000);
      }
    }
  };
  watch(hold);

  const version = await serverVersion(hold.holder);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping.abort();
    await reviving;
    await letGo(site, hold, log);
  };
  return {
    ownerUrl: urlFor(hold.access, OWNER),
    appUrl: urlFor(hold.access, APP),
    version,
    attached: hold.attached,
    stop: () => (stopped ??= stop()),
  };
}

/** Brings the server up and registers with it; starts over when it vanishes in between. */
async function takeHold(site: Site, options: StartOptions, log: (line: string) => void): Promise<Hold> {
  for (;;) {
    const { clusterFolder, surroundings } = site;
    const { postmaster, attached } = await bringUp(surroundings, clusterFolder, site.access, options.settings ?? {}, log);
    const access: Access =
      site.access.by === "socket" ? { ...site.access, folder: postmaster.socketFolder, port: postmaster.port } : site.access;
    const holder = await connect(access, options.purpose ?? "serve", postmaster.pid);
    if (!holder) {
      // Gone again, or alive but out of reach: its socket was cleaned away. It is our cluster's own server, so it may be restarted.
      log("postgres: the running server cannot be reached, restarting it");
      await shutDown(surroundings, clusterFolder, postmaster.pid);
      continue;
    }
    try {
      if (await moveIn(holder, options.purpose ?? "serve")) {
        await furnish(holder, access);
        return { holder, access, pid: postmaster.pid, attached };
      }
    } catch (error) {
      await holder.end();
      throw error;
    }
    await holder.end();
    await pause(50);
  }
}

/** A server at its limit, or still opening its doors, is worth waiting for; a missing socket will not come back. */
const CONNECT_FOR_MS = 5000;
const SOCKET_APPEARS_WITHIN_MS = 500;

async function connect(access: Access, purpose: Purpose, serverPid: number): Promise<Client | undefined> {
  const since = Date.now();
  for (;;) {
    const holder = new Client({
      connectionString: urlFor(access, OWNER, "postgres"),
      application_name: `linli ${purpose}, process ${process.pid}`,
      keepAlive: true,
    });
    // Its loss is noticed by "end"; without a listener the event would end our process.
    holder.on("error", () => {});
    try {
      await holder.connect();
      return holder;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (!["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03", "53300"].includes(code)) throw error;
      if ((await programOf(serverPid)) === "gone") return undefined;
      if (Date.now() - since > (code === "ENOENT" ? SOCKET_APPEARS_WITHIN_MS : CONNECT_FOR_MS)) return undefined;
      await pause(50);
    }
  }
}

async function serverVersion(holder: Client): Promise<string> {
  const { rows } = await holder.query<{ server_version: string }>("show server_version");
  return rows[0]?.server_version.split(" ")[0] ?? "";
}

async function letGo(site: Site, { holder, pid }: Hold, log: (line: string) => void): Promise<void> {
  const last = await moveOut(holder).catch(() => false);
  if (last) await shutDown(site.surroundings, site.clusterFolder, pid);
  else log("postgres: left running for another program");
  await holder.end().catch(() => undefined);
}
