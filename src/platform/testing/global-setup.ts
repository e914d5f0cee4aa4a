import pg from "pg";
import type { TestProject } from "vitest/node";
import { connectPool } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { databaseUrl } from "./database-url.ts";
import { startTestServer } from "../postgres/testing.ts";

const TEMPLATE = `linli_template_${process.pid}`;

/** Once per run: a server and one migrated database, which every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  await onServer(server.ownerUrl, `create database ${TEMPLATE} encoding 'UTF8' template template0`);
  const owner = connectPool({ url: databaseUrl(server.ownerUrl, TEMPLATE), maxConnections: 2 });
  await migrate(owner);
  await owner.end();
  project.provide("pgOwnerUrl", server.ownerUrl);
  project.provide("pgTemplate", TEMPLATE);
  return async () => {
    await onServer(server.ownerUrl, `drop database if exists ${TEMPLATE} with (force)`);
    await server.stop();
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
