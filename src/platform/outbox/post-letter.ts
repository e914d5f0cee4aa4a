import { sql } from "kysely";
import type { Tx } from "../db/connect.ts";
import type { DB } from "../db/tables.generated.ts";

/** Something that is to leave the installation. */
export interface Letter {
  readonly orgId: string;
  readonly id: string;
  /** Names the carrier, e.g. `notice`. */
  readonly topic: string;
  /** Plain JSON; never a name, a number or health data. */
  readonly payload: unknown;
}

/**
 * Puts a letter into the outbox, in the transaction of the change it tells of: it leaves if and only if that commits.
 *
 * @param at not before this instant, e.g. a reminder on the day before; at once when absent
 */
export async function postLetter(tx: Tx, orgId: string, { topic, payload, at }: Pick<Letter, "topic" | "payload"> & { at?: Date }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("platform.outbox").values({ orgId, topic, payload: JSON.stringify(payload) }).returning("id").executeTakeFirstOrThrow();
  if (at) await sql`select platform.dispatch_at(${orgId}, ${id}, ${at.toISOString()}::timestamptz)`.execute(tx);
  else await sql`select platform.dispatch(${orgId}, ${id})`.execute(tx);
  return id;
}
