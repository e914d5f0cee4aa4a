import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import { connectPool, openDb, type Db } from "../db/connect.ts";
import { openSession, type Session } from "../db/session.ts";
import { orgKeys } from "../secrets/org-keys.ts";
import { databaseUrl } from "./database-url.ts";

const masterKey = randomBytes(32);

export interface TestDatabase {
  /** Connected as the app's role: row-level security is on. */
  readonly db: Db;
  /** Connected as the owner; to look behind the wall, never to do the app's work. */
  readonly owner: pg.Pool;
  readonly ownerUrl: string;
}

/** This test file's own database, copied from the migrated template and dropped afterwards. */
export function testDatabase(): TestDatabase {
  const name = `linli_test_${randomUUID().replaceAll("-", "")}`;
  const opened: { db?: Db; app?: pg.Pool; owner?: pg.Pool; url?: string } = {};
  beforeAll(async () => {
    const url = inject("pgOwnerUrl");
    await query(url, `create database ${name} template ${inject("pgTemplate")}`);
    opened.url = databaseUrl(url, name);
    opened.app = connectPool({ url: opened.url, role: "linli_app", maxConnections: 6 });
    opened.owner = connectPool({ url: opened.url, maxConnections: 2 });
    opened.db = openDb(opened.app);
  });
  afterAll(async () => {
    await opened.app?.end();
    await opened.owner?.end();
    await query(inject("pgOwnerUrl"), `drop database if exists ${name} with (force)`);
  });
  return {
    get db() { return opened.db!; },
    get owner() { return opened.owner!; },
    get ownerUrl() { return opened.url!; },
  };
}

/** A session of an actor on a test database; `now` stands still unless given. */
export function sessionOf(actor: Actor, { db }: { db: Db }, more: { now?: Date; key?: string } = {}): Session {
  return openSession({ db, actor, keys: orgKeys(masterKey, actor.orgId), now: more.now ?? new Date("2026-11-22T02:00:00Z"), key: more.key });
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

declare module "vitest" {
  interface ProvidedContext {
    /** Login that may create databases. */
    pgOwnerUrl: string;
    /** Name of the migrated template database. */
    pgTemplate: string;
  }
}
