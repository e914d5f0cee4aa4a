import { sql } from "kysely";
import type { Db } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** An organisation as anybody may know it. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly description: string;
  readonly address: string;
  readonly phone: string;
  readonly version: number;
}

const ORGANIZATION = ["id", "name", "shortName", "slug", "timeZone", "description", "address", "phone", "version"] as const;

/** The organisation whose public pages stand under this name. */
export async function findOrganizationBySlug(db: Db, slug: string): Promise<Organization | undefined> {
  return db.withTables<DB>().selectFrom("identity.organizations").select(ORGANIZATION).where("slug", "=", slug).executeTakeFirst();
}

/** One organisation. */
export async function findOrganization(db: Db, id: string): Promise<Organization | undefined> {
  return db.withTables<DB>().selectFrom("identity.organizations").select(ORGANIZATION).where("id", "=", id).executeTakeFirst();
}

/** Organisations by the pinyin of their names. */
export async function selectOrganizations(db: Db, limit: number): Promise<Organization[]> {
  return db.withTables<DB>().selectFrom("identity.organizations").select(ORGANIZATION).orderBy(sql`name collate "zh-x-icu"`).orderBy("id").limit(limit).execute();
}

/** Adds an organisation; undefined when the name in the address is taken. */
export async function insertOrganization(
  db: Db, organization: { id?: string; name: string; shortName: string; slug: string; timeZone?: string; description?: string; address?: string; phone?: string },
): Promise<string | undefined> {
  const row = await db.withTables<DB>().insertInto("identity.organizations").values(organization)
    .onConflict((clash) => clash.column("slug").doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}

/** Notes the installation as set up; false when it was already. Whoever comes second waits for the first to finish. */
export async function insertInstallation(db: Db, mode: "normal" | "demo"): Promise<boolean> {
  const row = await db.withTables<DB>().insertInto("identity.installation").values({ mode }).onConflict((clash) => clash.doNothing())
    .returning("mode").executeTakeFirst();
  return row !== undefined;
}

/** How far the installation has come. */
export async function selectInstallation(db: Db): Promise<{ mode: "normal" | "demo" | null; organizations: number }> {
  const tables = db.withTables<DB>();
  const installation = await tables.selectFrom("identity.installation").select("mode").executeTakeFirst();
  const { count } = await tables.selectFrom("identity.organizations").select((of) => of.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return { mode: (installation?.mode as "normal" | "demo" | undefined) ?? null, organizations: Number(count) };
}

/** Holds an organisation's row until the transaction ends. */
export async function lockOrganization(db: Db, id: string): Promise<Organization | undefined> {
  return db.withTables<DB>().selectFrom("identity.organizations").select(ORGANIZATION).where("id", "=", id).forUpdate().executeTakeFirst();
}

/** Changes an organisation's details. */
export async function updateOrganization(db: Db, id: string, change: Partial<Omit<Organization, "id" | "slug" | "timeZone">>): Promise<void> {
  await db.withTables<DB>().updateTable("identity.organizations").set(change).where("id", "=", id).execute();
}
