import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { IncidentFilter } from "../model/filter.ts";
import { listIncidents, type IncidentLine } from "./list-incidents.ts";

/** Beyond this a table is not worked with by hand. */
const MOST_ROWS = 5_000;
const PAGE = 500;

/** The rows of a table for a lead, without names or words; that they were taken is noted first. */
export async function exportIncidents(session: Session, filter: IncidentFilter): Promise<Omit<IncidentLine, "name" | "personId">[]> {
  const { actor } = session;
  requireCapability(actor, "safeguarding.lead");
  await session.write("safeguarding.export", { at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "incidents.exported", subjectKind: "incident", subjectId: "list", details: { ...filter } });
    return null;
  });
  const rows: Omit<IncidentLine, "name" | "personId">[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listIncidents>> = await listIncidents(session, filter, { after, limit: PAGE });
    rows.push(...page.rows.map(({ name: _name, personId: _person, ...row }) => row));
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  return rows;
}
