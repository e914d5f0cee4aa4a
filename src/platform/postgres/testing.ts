import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, programOf, readPostmaster } from "./postmaster.ts";
import { startPostgres } from "./supervisor.ts";

/** A server for one test run. */
export interface TestServer {
  /** A login that may create roles and databases. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

const PREFIX = "linli-test-";

/** Data of a test run may be lost, so nothing waits for the disk. */
const CARELESS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200", max_wal_size: "4GB" };

/** The server named by TEST_DATABASE_URL, or an embedded one in a temporary folder that goes with the run. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return { ownerUrl: given, stop: async () => {} };
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startPostgres({ dataDir: folder, settings: CARELESS });
  const stop = async () => {
    await server.stop();
    await removeRun(folder, new URL(server.ownerUrl).searchParams.get("host"));
  };
  return { ownerUrl: server.ownerUrl, stop };
}

/** Ends and removes what runs that were killed left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? process.pid);
    if (isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    const left = await readPostmaster(join(folder, "cluster")).catch(() => undefined);
    if (left && (await programOf(left.pid)) === "postgres") process.kill(left.pid, "SIGQUIT");
    // Another account's leftovers are for that account to sweep.
    await removeRun(folder, left?.socketFolder).catch(() => undefined);
  }
}

async function removeRun(folder: string, socketFolder: string | null | undefined): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  if (socketFolder) await rm(socketFolder, { recursive: true, force: true });
}
