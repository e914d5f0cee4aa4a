import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../postgres/supervisor.ts";

/** A PostgreSQL for tests: the one `TEST_DATABASE_URL` names, else an embedded one that forgets everything afterwards. */
export async function startTestServer(): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { ownerUrl: given, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), "linli-test-"));
  const server = await startPostgres({ dataDir, settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" } });
  return {
    ownerUrl: server.ownerUrl,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
