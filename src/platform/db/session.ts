import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import { dayIn } from "../../kernel/calendar.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Db, Tx } from "./connect.ts";
import type { DB } from "./tables.generated.ts";
import type { OrgKeys } from "../secrets/org-keys.ts";

/** What a service works with: who acts, when, and transactions bound to the actor's organisation. */
export interface Session {
  readonly actor: Actor;
  /** The instant of the request; services never read the clock themselves. */
  readonly now: Date;
  /** Today in the organisation's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Seals and finds secret values (ID numbers) of this organisation. */
  readonly keys: OrgKeys;
  /** One repeatable-read transaction that cannot write; for lists and pages. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction for one command. When the request carried an idempotency key, the same key with the same input
   * gives the first answer again and does nothing; with another input it is refused. The answer must be plain JSON.
   */
  write<T>(command: string, input: unknown, work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface SessionParts {
  db: Db;
  actor: Actor;
  keys: OrgKeys;
  now?: Date;
  timeZone?: string;
  /** `Idempotency-Key` of the request, or the form's hidden key. */
  key?: string | undefined;
}

/** Opens a session; every transaction in it sees its own organisation's rows and no others. */
export function openSession({ db, actor, keys, now = new Date(), timeZone = "Asia/Shanghai", key }: SessionParts): Session {
  return {
    actor, now, keys,
    today: dayIn(now, timeZone),
    read: (work) => db.transaction().setAccessMode("read only").setIsolationLevel("repeatable read")
      .execute(async (tx) => { await bind(tx, actor); return work(tx); }),
    write: (command, input, work) => db.transaction().execute(async (tx) => {
      await bind(tx, actor);
      return key === undefined ? work(tx) : once(tx, actor, key, command, input, work);
    }),
  };
}

/** Sets the organisation for this transaction only; row-level security reads it. */
export async function bind(tx: Tx, { orgId, accountId }: Pick<Actor, "orgId" | "accountId">): Promise<void> {
  await sql`select set_config('app.org', ${orgId}, true), set_config('app.account', ${accountId}, true)`.execute(tx);
}

async function once<T>(tx: Tx, actor: Actor, key: string, command: string, input: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
  const inputHash = createHash("sha256").update(JSON.stringify(input ?? null)).digest();
  const table = tx.withTables<DB>();
  const fresh = await table.insertInto("platform.idempotency")
    .values({ orgId: actor.orgId, accountId: actor.accountId, key, command, inputHash })
    .onConflict((conflict) => conflict.doNothing()).returning("key").executeTakeFirst();
  const row = table.selectFrom("platform.idempotency")
    .where("orgId", "=", actor.orgId).where("accountId", "=", actor.accountId).where("key", "=", key).where("command", "=", command);
  if (!fresh) {
    const earlier = await row.select(["inputHash", "answer"]).executeTakeFirstOrThrow();
    if (!earlier.inputHash.equals(inputHash)) throw new Refusal("invalid_input", "platform.key_reused");
    return earlier.answer as T;
  }
  const answer = await work(tx);
  await table.updateTable("platform.idempotency").set({ answer: JSON.stringify(answer ?? null) })
    .where("orgId", "=", actor.orgId).where("accountId", "=", actor.accountId).where("key", "=", key).where("command", "=", command).execute();
  return answer;
}
