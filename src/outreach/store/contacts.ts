import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";

/** How outreach stands with one person, over all rounds. */
export interface OutreachContact {
  readonly personId: string;
  /** The last attempt; null before the first. */
  readonly lastOn: string | null;
  /** When somebody should be tried next; null when nothing is due. */
  readonly dueOn: string | null;
}

/** Everybody outreach knows. The caller authorises. */
export async function outreachContacts(tx: Tx, orgId: string): Promise<OutreachContact[]> {
  const { rows } = await sql<OutreachContact>`
    select person_id, max(last_on) as last_on, min(next_due_on) as due_on from outreach.members where org_id = ${orgId} group by person_id`.execute(tx);
  return rows;
}

/** Who does not want to be asked on a day, for now or for good. */
export async function whoRefuses(tx: Tx, orgId: string, on: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from outreach.refusals where org_id = ${orgId} and lifted_on is null and said_on <= ${on} and (scope = 'for_good' or until_on is null or until_on >= ${on})`.execute(tx);
  return new Set(rows.map(({ personId }) => personId));
}
