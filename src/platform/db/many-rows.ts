import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Tx } from "./connect.ts";

/**
 * Prepares a transaction for writing many rows: foreign keys keep the plan of their check. The app's role plans every statement
 * anew, because a kept plan cannot see the organisation in a policy; the checks stand outside the policies, and planning them anew
 * for each row costs more than writing it.
 */
export async function expectManyRows(tx: Tx): Promise<void> {
  await sql`set local plan_cache_mode = auto`.execute(tx);
}

/**
 * Runs statements of one transaction in order; while PostgreSQL works on one, the next is put together. After a failure nothing
 * is left on its way, so the transaction can be rolled back.
 */
export async function oneAhead(statements: readonly (() => Promise<void>)[]): Promise<void> {
  let running: Promise<void> = Promise.resolve();
  for (const statement of statements) {
    await setImmediate(); // what was put together last leaves first
    const next = statement();
    next.catch(() => {}); // thrown when its turn comes
    try {
      await running;
    } catch (error) {
      await next.catch(() => {});
      throw error;
    }
    running = next;
  }
  await running;
}

/** An array as PostgreSQL reads one; made before the statement's turn comes, and in a third of the driver's time. */
export function arrayLiteral(values: readonly unknown[]): string {
  const parts: string[] = [];
  for (const value of values) parts.push(elementOf(value));
  return `{${parts.join(",")}}`;
}

function elementOf(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString("hex")}"`;
  const text = String(value);
  return /["\\]/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`;
}
