import type pg from "pg";
import type { Letter } from "./post-letter.ts";

/** Takes a letter outside; throws when it should be tried again later. A letter can come twice, with the same id. */
export type Carrier = (letter: Letter) => Promise<void>;

/**
 * Hands one letter to its carrier and notes how it went. Delivered letters and those nobody carries any more are left alone.
 *
 * @param owner the owner's pool: whether a letter left is not the app's to write
 */
export async function deliverLetter(owner: pg.Pool, carriers: ReadonlyMap<string, Carrier>, { orgId, letterId }: { orgId: string; letterId: string }): Promise<void> {
  const { rows: [letter] } = await owner.query<Letter>(
    `update platform.outbox set attempts = attempts + 1 where org_id = $1 and id = $2 and delivered_at is null returning org_id as "orgId", id, topic, payload`, [orgId, letterId]);
  const carry = letter && carriers.get(letter.topic);
  if (!carry) return;
  const note = (sql: string, ...more: unknown[]) => owner.query(`update platform.outbox set ${sql} where org_id = $1 and id = $2`, [orgId, letterId, ...more]);
  try {
    await carry(letter);
  } catch (error) {
    // The kind only: what a mail server answers may quote an address.
    await note("last_error = $3", error instanceof Error ? ("code" in error ? `${error.name} ${String(error.code)}` : error.name) : typeof error);
    throw error;
  }
  await note("delivered_at = clock_timestamp(), last_error = null");
}
