import { addDays } from "#kernel/calendar.ts";
import type { Session } from "#platform/db/session.ts";
import { dueRows, untakenRows, type ReferralRow } from "../store/referrals.ts";
import { mayStillOpen, readerOf } from "./near.ts";

/** From how many days before its day a referral stands on 今天. */
const AHEAD_DAYS = 2;

/** A referral that waits for the actor: to be taken, answered, asked after, or settled. */
export interface DueReferral {
  readonly id: string;
  readonly name: string;
  readonly otherName: string;
  readonly dueOn: string;
  readonly what: "new" | "answer" | "outcome" | "their_answer" | "their_outcome" | "came_back";
}

/** What is owed with referrals: near its day to whoever answers for it, overdue also to whoever sees to all, and what came in to everybody. */
export async function listDueReferrals(session: Session, most: number): Promise<DueReferral[]> {
  const { actor, today } = session;
  if (!actor.strong || !actor.capabilities.has("referrals.work")) return [];
  const rows = await session.read(async (tx) => [
    ...await dueRows(tx, actor.orgId, readerOf(session), { today, near: addDays(today, AHEAD_DAYS) }, most), ...await untakenRows(tx, actor.orgId, most),
  ]);
  const once = [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, most);
  return once.map((row) => ({ id: row.id, name: row.side === "in" && !mayStillOpen(row, today) ? "" : row.called ?? "", otherName: row.otherName, dueOn: row.dueOn!, what: whatOf(row) }));
}

function whatOf({ side, state, workerId }: ReferralRow): DueReferral["what"] {
  if (state === "refused" || state === "consent_ended") return "came_back";
  if (side === "out") return state === "waiting" ? "their_answer" : "their_outcome";
  return state === "accepted" ? "outcome" : workerId === null ? "new" : "answer";
}
