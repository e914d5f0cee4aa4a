import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { GroupFilter } from "../model/forms.ts";
import { listGroups, type GroupLine } from "./list-groups.ts";
import { requireGroupWork } from "./near.ts";

/** Beyond this a list is not worked with by hand. */
const MOST_ROWS = 2_000;

/** The rows of a workbook: what the list shows. That they were taken is noted before the first is given. */
export async function exportGroups(session: Session, filter: GroupFilter): Promise<GroupLine[]> {
  requireGroupWork(session);
  const { actor, now } = session;
  await session.write("groups.export", { at: now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "groups.exported", subjectKind: "group", subjectId: "list", details: { kind: filter.kind ?? null, stage: filter.stage ?? null } });
    return null;
  });
  const rows: GroupLine[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listGroups>> = await listGroups(session, filter, { after, limit: 500 });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  return rows;
}
