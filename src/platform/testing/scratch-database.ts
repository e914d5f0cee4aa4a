import { randomUUID } from "node:crypto";
import pg from "pg";
import { connectPool } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { databaseUrl } from "./database-url.ts";
import { startTestServer } from "../postgres/testing.ts";

/** A database of its own, migrated, on `TEST_DATABASE_URL` or on a server started for the purpose; gone after `drop`. */
export async function scratchDatabase(): Promise<{ url: string; owner: pg.Pool; drop(): Promise<void> }> {
  const server = await startTestServer();
  const name = `linli_scratch_${randomUUID().replaceAll("-", "")}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name} encoding 'UTF8' template template0`);
  const url = databaseUrl(server.ownerUrl, name);
  const owner = connectPool({ url, maxConnections: 4 });
  await migrate(owner);
  return {
    url, owner,
    async drop() {
      await owner.end();
      await run(`drop database ${name} with (force)`);
      await server.stop();
    },
  };
}
