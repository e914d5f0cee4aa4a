import { addDays } from "#kernel/calendar.ts";
import { readableCases } from "#casework/index.ts";
import { personCards } from "#people/index.ts";
import { authorise, can } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_PLANS } from "../../model/policy.ts";
import { listPlanLines, listReviewsDue, listStepsDue, type DueStep, type PlanLine } from "../../store/plans.ts";
import { noteReading } from "../note-reading.ts";

/** How far ahead a review is announced. */
const AHEAD_DAYS = 30;

interface Paging { readonly after?: string | null | undefined; readonly limit?: number | undefined }
type Named<Row> = Row & { /** Null where the reader may not open it, or the person does not let data be kept. */ readonly name: string | null; readonly birthOn: string | null };

/** Plans to be reviewed by thirty days from now, or all of them. */
export async function listPlans(session: Session, view: "reviews" | "all", paging: Paging = {}): Promise<Page<Named<PlanLine>>> {
  authorise(session.actor, WORK_ON_PLANS, { orgId: session.actor.orgId });
  const page = await readNamed(session, (tx) => (view === "reviews" ? listReviewsDue(tx, session.actor.orgId, addDays(session.today, AHEAD_DAYS), paging) : listPlanLines(tx, session.actor.orgId, paging)));
  await noteReading(session, { action: "plans.listed", subjectKind: "list", subjectId: view, details: { rows: page.rows.length } });
  return page;
}

/** Steps that are due by a week from now, or were. */
export async function listSteps(session: Session, paging: Paging = {}): Promise<Page<Named<DueStep>>> {
  authorise(session.actor, WORK_ON_PLANS, { orgId: session.actor.orgId });
  const page = await readNamed(session, (tx) => listStepsDue(tx, session.actor.orgId, addDays(session.today, 7), paging));
  await noteReading(session, { action: "plans.listed", subjectKind: "list", subjectId: "steps", details: { rows: page.rows.length } });
  return page;
}

/** What waits today: reviews due and steps overdue, only of plans the actor may open. */
export async function listDuePlanWork(session: Session, most: number) {
  const { actor, today } = session;
  if (!can(actor, WORK_ON_PLANS, { orgId: actor.orgId }).allow) return { reviews: [], steps: [] };
  const reviews = await readNamed(session, (tx) => listReviewsDue(tx, actor.orgId, today, { limit: most }));
  const steps = await readNamed(session, (tx) => listStepsDue(tx, actor.orgId, addDays(today, -1), { limit: most }));
  const seen = <Row extends { name: string | null }>(rows: readonly Row[]) => rows.flatMap((row) => (row.name === null ? [] : [{ ...row, name: row.name }]));
  return { reviews: seen(reviews.rows), steps: seen(steps.rows) };
}

/** Rows with names. Of a plan within a case that is not the actor's, only that there is one is told. */
function readNamed<Row extends { personId: string; caseId: string | null }>(session: Session, list: (tx: Tx) => Promise<Page<Row>>): Promise<Page<Named<Row>>> {
  return session.read(async (tx) => {
    const { rows, next } = await list(tx);
    const cards = await personCards(tx, session.actor.orgId, rows.map(({ personId }) => personId));
    const readable = await readableCases(session, tx, rows.flatMap(({ caseId }) => caseId ?? []));
    return { next, rows: rows.map((row) => {
      const card = cards.get(row.personId);
      const hidden = !card || card.withheldOn !== null || (row.caseId !== null && !readable.has(row.caseId));
      return { ...row, name: hidden ? null : card.preferredName ?? card.name, birthOn: hidden ? null : card.birthOn };
    }) };
  });
}
