import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { EncounterFilter } from "../model/filter.ts";
import { listEncounters } from "./list-encounters.ts";
import type { NamedEncounter } from "./name-encounters.ts";

/** Beyond this a list is not worked with by hand; a report is what is needed. */
const MOST_ROWS = 5_000;
const PAGE = 500;

/** The rows of a workbook, for the organisation's own use; that they were taken is noted before the first is given. */
export async function exportEncounters(session: Session, filter: EncounterFilter): Promise<NamedEncounter[]> {
  const { actor } = session;
  requireCapability(actor, "encounters.read");
  const { q, ...shown } = filter;
  await session.write("encounters.export", { at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "encounters.exported", subjectKind: "encounters", subjectId: "list", details: { ...shown, ...(q && { q: true }) } });
    return null;
  });
  const rows: NamedEncounter[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEncounters>> = await listEncounters(session, filter, { after, limit: PAGE });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  return rows;
}
