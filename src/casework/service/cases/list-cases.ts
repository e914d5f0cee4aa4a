import { Refusal } from "#kernel/refusal.ts";
import { memberNames } from "#identity/index.ts";
import { personCards, personIdsOf } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { CaseFilter } from "../../model/cases/case-filter.ts";
import { namesOf, teamsOfAccount } from "../../store/cases/case-rules.ts";
import { countCases, listCaseRows, REFERENCE, type CaseCounts, type CaseReader, type ListedCase } from "../../store/cases/list-cases.ts";
import { noteReading } from "../note-reading.ts";

/** A case in a list, in words. */
export interface NamedCase extends ListedCase {
  readonly name: string;
  readonly birthOn: string | null;
  readonly communityName: string | null;
  readonly workerName: string;
  readonly teamName: string | null;
  readonly programmeName: string | null;
  /** Whom an answer is waited from, if it is one person. */
  readonly askedName: string | null;
}

/** A page of cases the actor stands near, with how many there are; noted as a reading of files. */
export async function listCases(session: Session, filter: CaseFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<NamedCase> & { counts: CaseCounts }> {
  requireMayList(session, filter);
  const page = await session.read(async (tx) => {
    const reader = await readerOf(session, tx, filter);
    const { rows, next } = await listCaseRows(tx, session.actor.orgId, filter, reader, paging);
    return { next, rows: await nameCases(tx, session.actor.orgId, rows), counts: await countCases(tx, session.actor.orgId, filter, reader) };
  });
  const { q, ...asked } = filter;
  await noteReading(session, { action: "cases.listed", subjectKind: "cases", subjectId: "list", details: { ...asked, ...(q && { q: true }), rows: page.rows.length } });
  return page;
}

const MOST_ROWS = 5000;

/** All rows of a list, for a workbook; noted with how many. */
export async function exportCases(session: Session, filter: CaseFilter): Promise<NamedCase[]> {
  requireMayList(session, filter);
  const rows = await session.read(async (tx) => nameCases(tx, session.actor.orgId, (await listCaseRows(tx, session.actor.orgId, filter, await readerOf(session, tx, filter), { limit: MOST_ROWS })).rows));
  const { q, ...asked } = filter;
  await noteReading(session, { action: "cases.exported", subjectKind: "cases", subjectId: "list", details: { ...asked, ...(q && { q: true }), rows: rows.length } });
  return rows;
}

/** Only a supervisor sees those of others; and a list of names wants a second factor like a file. */
function requireMayList({ actor }: Session, { whose }: CaseFilter): void {
  requireCapability(actor, "cases.work");
  if (whose === "all") requireCapability(actor, "cases.supervise");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

async function readerOf({ actor, today }: Session, tx: Tx, { q }: CaseFilter): Promise<CaseReader> {
  const personIds = q && !REFERENCE.test(q) ? await personIdsOf(tx, actor.orgId, { q }, today) : undefined;
  return { accountId: actor.accountId, teamIds: await teamsOfAccount(tx, actor.orgId, actor.accountId, today), today, personIds };
}

/** Cases with the names of everybody and everything about them. Five statements whatever the number of rows. */
export async function nameCases(tx: Tx, orgId: string, rows: readonly ListedCase[]): Promise<NamedCase[]> {
  const cards = await personCards(tx, orgId, rows.map(({ survivorId }) => survivorId));
  const workers = await memberNames(tx, orgId, rows.flatMap(({ workerId, pendingWorker }) => [workerId, pendingWorker]));
  const teams = await namesOf(tx, orgId, "teams", rows.map(({ teamId }) => teamId));
  const programmes = await namesOf(tx, orgId, "programmes", rows.map(({ programmeId }) => programmeId));
  const places = await unitNames(tx, orgId, rows.flatMap(({ communityId }) => communityId ?? []));
  const of = (names: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : names.get(id) ?? null);
  return rows.map((row) => ({
    ...row, name: cards.get(row.survivorId)?.name ?? "", birthOn: cards.get(row.survivorId)?.birthOn ?? null,
    communityName: row.communityId === null ? null : places.get(row.communityId)?.name ?? null,
    workerName: of(workers, row.workerId) ?? "", teamName: of(teams, row.teamId), programmeName: of(programmes, row.programmeId), askedName: of(workers, row.pendingWorker),
  }));
}
