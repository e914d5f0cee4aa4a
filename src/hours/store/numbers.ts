import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** Serials follow one another: whoever gives the next waits for the one before, until their transactions end. */
async function inTurn(tx: Tx, orgId: string, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hours.${what}/${orgId}`}, 0))`.execute(tx);
}

export async function selectNumber(tx: Tx, orgId: string, personIds: readonly string[]): Promise<string | null> {
  const row = await tx.withTables<DB>().selectFrom("hours.volunteerNumbers").select("number").where("orgId", "=", orgId).where("personId", "in", [...personIds]).orderBy("serial").limit(1).executeTakeFirst();
  return row?.number ?? null;
}

/** Gives a person the next number. */
export async function insertNumber(tx: Tx, orgId: string, personId: string, numberOf: (serial: number) => string): Promise<string> {
  await inTurn(tx, orgId, "volunteer_numbers");
  const { serial: last } = await tx.withTables<DB>().selectFrom("hours.volunteerNumbers").select((of) => of.fn.coalesce(of.fn.max("serial"), sql<number>`0`).as("serial")).where("orgId", "=", orgId).executeTakeFirstOrThrow();
  const serial = Number(last) + 1;
  const number = numberOf(serial);
  await tx.withTables<DB>().insertInto("hours.volunteerNumbers").values({ orgId, personId, serial, number }).execute();
  return number;
}

/** The next serial of a year's certificates. */
export async function nextCertificateSerial(tx: Tx, orgId: string, year: number): Promise<number> {
  await inTurn(tx, orgId, "certificates");
  const { serial } = await tx.withTables<DB>().selectFrom("hours.certificates").select((of) => of.fn.coalesce(of.fn.max("serial"), sql<number>`0`).as("serial")).where("orgId", "=", orgId).where("year", "=", year).executeTakeFirstOrThrow();
  return Number(serial) + 1;
}

/** Notes the public half of the key in use. */
export async function keepKey(tx: Tx, orgId: string, { keyId, publicKey }: { keyId: string; publicKey: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("hours.signingKeys").values({ orgId, keyId, publicKey }).onConflict((clash) => clash.doNothing()).execute();
}

/** Every public key, in the order of first use. */
export async function selectKeys(tx: Tx, orgId: string): Promise<{ keyId: string; publicKey: string }[]> {
  return tx.withTables<DB>().selectFrom("hours.signingKeys").select(["keyId", "publicKey"]).where("orgId", "=", orgId).orderBy("firstUsedAt").orderBy("keyId").execute();
}
