import { Refusal } from "#kernel/refusal.ts";
import { personCards, personIdsOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { costAtFit, fitPercent } from "../../model/fit.ts";
import type { PairOfIds } from "../../model/round.ts";
import { pairsOpenedBy, readPairs } from "../../store/pairs.ts";
import { listProposals, type ProposalPage } from "../../store/review/proposals.ts";
import { selectRound } from "../../store/rounds.ts";
import { adoptedRun } from "../../store/runs.ts";
import type { ReviewQuery } from "../rounds/show-round.ts";

/** So many are accepted together at most. */
export const MOST_TOGETHER = 50;
/** So many asked today are listed to be taken back. */
const MOST_LISTED = 200;

/** What would be accepted together, and what was asked today and can still be taken back. */
export interface Acceptable {
  readonly round: { readonly id: string; readonly number: number };
  /** The answer the pairs stand in; accepting names it, so that nothing is accepted that was not looked at. */
  readonly run: number;
  readonly pairs: readonly (PairOfIds & { readonly fit: number; readonly locked: boolean })[];
  /** There are more than can be accepted at once. */
  readonly more: boolean;
  readonly asked: readonly (PairOfIds & { readonly pairId: string })[];
  readonly names: Readonly<Record<string, string>>;
}

/** The proposals a filter of the review shows that are still open and fit so well, exactly as they would be accepted. */
export async function listAcceptable(session: Session, roundId: string, query: ReviewQuery, atLeastPercent: number): Promise<Acceptable> {
  const { actor, today } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.list_acceptable", { roundId, query, atLeastPercent }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    const run = round && await adoptedRun(tx, actor.orgId, roundId);
    if (!round || !run) throw new Refusal("not_found", "matching.round_not_found");
    const { show, communityId, q, weakestFirst } = query;
    const personIds = q ? await personIdsOf(tx, actor.orgId, { q: q.slice(0, 60) }, today) : undefined;
    const state = show === "fresh" || show === "left" ? undefined : show;
    const at = { orgId: actor.orgId, roundId, programmeId: round.programmeId, run: run.number };
    const page: ProposalPage = show === "left" ? { rows: [], before: null, after: null }
      : await listProposals(tx, at, { open: true, maxCost: costAtFit(atLeastPercent, run.rules), state, fresh: show === "fresh", communityId, personIds }, { weakestFirst, limit: MOST_TOGETHER });
    const opened = await readPairs(tx, actor.orgId, { ids: await pairsOpenedBy(tx, actor.orgId, { roundId, accountId: actor.accountId, on: today }, MOST_LISTED) }, today);
    const asked = opened.filter(({ state: now, status }) => (now === "proposed" || now === "asked") && !status.answers.resident && !status.answers.helper).map(({ id, residentId, helperId }) => ({ pairId: id, residentId, helperId }));
    const cards = await personCards(tx, actor.orgId, [...page.rows, ...asked].flatMap(({ residentId, helperId }) => [residentId, helperId]), { purpose: "be_matched", on: today });
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId, details: { proposals: page.rows.length } });
    return {
      round: { id: round.id, number: round.number }, run: run.number, more: page.after !== null, asked,
      pairs: page.rows.map(({ residentId, helperId, cost, state: now }) => ({ residentId, helperId, fit: fitPercent(cost, run.rules), locked: now === "locked" })),
      names: Object.fromEntries([...cards].map(([id, card]) => [id, card.preferredName ?? card.name])),
    };
  });
}
