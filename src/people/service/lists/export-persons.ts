import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { PersonFilter } from "../../model/filter/person-filter.ts";
import type { ExportPurpose } from "../../model/terms.ts";
import { consentsInForce } from "../consents/consents-in-force.ts";
import { listPersons, type PersonLine } from "./list-persons.ts";

/** Beyond this a list is not worked with by hand; a report is what is needed. */
const MOST_ROWS = 20_000;
const PAGE = 500;

/** The rows of an export, without anything sensitive, noted with its purpose before the first row is given. */
export async function exportPersons(session: Session, { filter, purpose, note }: { filter: PersonFilter; purpose: ExportPurpose; note: string }): Promise<PersonLine[]> {
  requireCapability(session.actor, "people.read");
  const rows: PersonLine[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPersons>> = await listPersons(session, filter, { after, limit: PAGE });
    rows.push(...await allowed(session, page.rows, purpose));
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  await session.write("people.export", { at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, { action: "persons.exported", subjectKind: "list", subjectId: "people", details: { purpose, note, persons: rows.length, filter: withoutWords(filter) } });
    return null;
  });
  return rows;
}

async function allowed(session: Session, rows: readonly PersonLine[], purpose: ExportPurpose): Promise<readonly PersonLine[]> {
  if (purpose !== "share") return rows;
  const consents = await session.read((tx) => consentsInForce(tx, session.actor.orgId, rows.map(({ id }) => id), session.today));
  return rows.filter(({ id }) => consents.get(id)?.get("share") === "given");
}

/** What was asked for, without a name somebody may have typed. */
const withoutWords = ({ q, ids, ...filter }: PersonFilter) => ({ ...filter, ...(q && { q: true }), ...(ids && { ids: ids.length }) });
