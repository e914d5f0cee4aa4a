import type { Client } from "pg";
import { APP, DATABASE, type Access } from "./access.ts";

/** Creates the application's role and the database where they are missing; of several starts at once, one does it. */
export async function furnish(owner: Client, access: Access): Promise<void> {
  if (await isFurnished(owner)) return;
  await owner.query("select pg_advisory_lock(27756, 3)");
  try {
    const { role, database } = await missing(owner);
    const password = access.by === "tcp" ? ` password '${access.appPassword}'` : "";
    if (role) {
      // One message of two statements is one transaction. A generic plan cannot see the organisation in the policy and
      // picks the wrong index for small ones, hence the setting.
      await owner.query(`create role ${APP} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication${password};
        alter role ${APP} set plan_cache_mode = force_custom_plan`);
    }
    if (database) await owner.query(`create database ${DATABASE}`);
  } finally {
    await owner.query("select pg_advisory_unlock(27756, 3)");
  }
}

async function isFurnished(owner: Client): Promise<boolean> {
  const { role, database } = await missing(owner);
  return !role && !database;
}

async function missing(owner: Client): Promise<{ role: boolean; database: boolean }> {
  const { rows } = await owner.query<{ role: boolean; database: boolean }>(
    `select not exists (select from pg_roles where rolname = $1) as role,
            not exists (select from pg_database where datname = $2) as database`,
    [APP, DATABASE],
  );
  return rows[0] ?? { role: true, database: true };
}
