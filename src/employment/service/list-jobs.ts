import { memberNames } from "#identity/index.ts";
import { findPersons, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { jobsToFollow, listJobs as listRows, type JobFilter, type JobRow } from "../store/jobs.ts";
import { calledOf, noteRead, requirePart } from "./near.ts";
import { spellsOfPersons, type Kept } from "./kept.ts";

export type JobLine = JobRow & { readonly name: string; readonly coachName: string; readonly kept: Kept };

/** Jobs with whose they are and how long they were kept. */
export async function listJobs(session: Session, filter: JobFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<JobLine>> {
  requirePart(session);
  const { actor: { orgId }, today } = session;
  const page = await session.read(async (tx) => {
    const found = filter.q ? await findPersons(session, tx, filter.q) : [];
    const { rows, next } = await listRows(tx, orgId, { ...filter, personIds: found.map(({ id }) => id) }, today, paging);
    return { rows: await nameJobs(tx, orgId, rows, today), next };
  });
  await noteRead(session, "jobs.listed", "list", "employment");
  return page;
}

async function nameJobs(tx: Tx, orgId: string, rows: readonly JobRow[], today: string): Promise<JobLine[]> {
  const cards = await personCards(tx, orgId, rows.map(({ personId }) => personId));
  const coaches = await memberNames(tx, orgId, rows.map(({ coachId }) => coachId));
  const { spells } = await spellsOfPersons(tx, orgId, rows.map(({ personId }) => personId), today);
  const keptBy = new Map(spells.flatMap(({ jobs, kept }) => jobs.map(({ id }) => [id, kept] as const)));
  return rows.flatMap((row) => {
    const card = cards.get(row.personId);
    return card && card.withheldOn === null ? [{ ...row, name: calledOf(card), coachName: coaches.get(row.coachId) ?? "", kept: keptBy.get(row.id)! }] : [];
  });
}

/** Most rows of a table taken out. */
const MOST_ROWS = 5_000;

/** The rows of a table without names; that they were taken is noted first. */
export async function exportJobs(session: Session, filter: JobFilter): Promise<Omit<JobLine, "name" | "personId">[]> {
  requirePart(session);
  await noteRead(session, "jobs.exported", "list", "employment");
  const rows: Omit<JobLine, "name" | "personId">[] = [];
  let after: string | null = null;
  do {
    const page: Page<JobLine> = await listJobs(session, filter, { after, limit: 500 });
    rows.push(...page.rows.map(({ name: _name, personId: _person, ...row }) => row));
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  return rows;
}

/** A job whose coach should ask how it goes. */
export interface DueFollow { readonly jobId: string; readonly name: string; readonly birthOn: string | null; readonly placeName: string; readonly dueOn: string }

/** Follow-along that is due: to the coach. */
export async function listDueFollows(session: Session, most: number): Promise<DueFollow[]> {
  const { actor, today } = session;
  if (!actor.strong || !actor.capabilities.has("employment.work")) return [];
  return session.read(async (tx) => {
    const rows = await jobsToFollow(tx, actor.orgId, actor.accountId, today, most);
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId));
    return rows.flatMap(({ id, personId, placeName, followOn }) => {
      const card = cards.get(personId);
      return card && card.withheldOn === null ? [{ jobId: id, name: calledOf(card), birthOn: card.birthOn, placeName, dueOn: followOn! }] : [];
    });
  });
}
