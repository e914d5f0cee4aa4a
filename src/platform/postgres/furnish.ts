import type { Client } from "pg";
import { APP, DATABASE, type Access } from "./access.ts";

/** Codes PostgreSQL answers when another start created the same thing a moment before. */
const ALREADY_THERE = new Set(["42710", "42P04", "23505"]);

/** Creates the application's role and the database where they are missing. */
export async function furnish(owner: Client, access: Access): Promise<void> {
  const { rows } = await owner.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $2) as database`,
    [APP, DATABASE],
  );
  if (!rows[0]?.role) {
    const password = access.by === "tcp" ? ` password '${access.appPassword}'` : "";
    await unlessThere(owner, `create role ${APP} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication${password}`);
    // A generic plan cannot see the organisation in the policy and picks the wrong index for small ones.
    await owner.query(`alter role ${APP} set plan_cache_mode = force_custom_plan`);
  }
  if (!rows[0]?.database) await unlessThere(owner, `create database ${DATABASE}`);
}

async function unlessThere(owner: Client, statement: string): Promise<void> {
  await owner.query(statement).catch((error: { code?: string }) => {
    if (!ALREADY_THERE.has(error.code ?? "")) throw error;
  });
}
