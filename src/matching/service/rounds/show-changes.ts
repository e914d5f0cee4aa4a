import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { countUnmatched, listUnmatched, type UnmatchedRow } from "../../store/review/left-out.ts";
import { listProposals, type ProposalPage } from "../../store/review/proposals.ts";
import { selectRound, type Round } from "../../store/rounds.ts";
import { selectRun, type Run } from "../../store/runs.ts";

/** What an answer would change against the one before, a page at a time. */
export interface ShownChanges {
  readonly round: Pick<Round, "id" | "number" | "version">;
  readonly run: Omit<Run, "basis" | "recruitment">;
  readonly moved: ProposalPage;
  readonly lost: Page<UnmatchedRow>;
  /** Residents without a friend, by community: the gap, with names of the communities, and for how many somebody from outside the round could come in. */
  readonly gap: readonly { readonly place: string | null; readonly residents: number; readonly calledIn: number }[];
  readonly pairsBefore: number;
  readonly names: Readonly<Record<string, string>>;
  /** Names of the communities the choices of fairness were compared by. */
  readonly places: Readonly<Record<string, string>>;
}

const ROWS = 50;
/** So many who drop out are named; beyond, their number says enough. */
const MOST_NAMED = 200;

/** What would change, before anything does. */
export async function showChanges(session: Session, { roundId, number, after, afterLost }: { roundId: string; number: number; after?: string | null; afterLost?: string | null }): Promise<ShownChanges> {
  const { actor } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.show_changes", { roundId, number, after, afterLost }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    const run = round && await selectRun(tx, actor.orgId, roundId, number);
    if (!round || !run) throw new Refusal("not_found", "matching.round_not_found");
    const gone = run.asked && "helperIds" in run.asked ? run.asked.helperIds : [];
    const at = { orgId: actor.orgId, roundId, programmeId: round.programmeId, run: number, away: run.asked?.kind === "drill" ? gone : [] };
    const moved = await listProposals(tx, at, { fresh: true }, { after, limit: ROWS });
    const lost = await listUnmatched(tx, at, { lost: true }, { after: afterLost ?? null, limit: ROWS });
    const ids = [...moved.rows.flatMap(({ residentId, helperId, came }) => [residentId, helperId, came?.was]), ...lost.rows.flatMap(({ residentId, lost: before, change }) => [residentId, before?.was, change?.helperId]), ...gone.slice(0, MOST_NAMED)];
    const cards = await personCards(tx, actor.orgId, ids.filter((id) => typeof id === "string"), { purpose: "be_matched", on: session.today });
    const left = await countUnmatched(tx, at);
    const units = await unitNames(tx, actor.orgId, left.map(({ communityId }) => communityId).filter((id) => id !== null));
    const labels = run.choices?.groupBy === "community" ? await unitNames(tx, actor.orgId, [...run.choices.labels]) : new Map<string, { name: string }>();
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId, details: { changes: number } });
    const { basis: _, recruitment: __, ...shown } = run;
    return {
      round, run: shown, moved, lost, pairsBefore: (run.changes?.kept ?? 0) + (run.changes?.moved ?? 0) + (run.changes?.lost ?? 0) + (run.changes?.gone ?? 0),
      gap: left.map(({ communityId, residents, calledIn }) => ({ place: communityId === null ? null : units.get(communityId)?.name ?? null, residents, calledIn })).sort((a, b) => b.residents - a.residents),
      places: Object.fromEntries([...labels].map(([id, { name }]) => [id, name])),
      names: Object.fromEntries([...cards].map(([id, card]) => [id, card.preferredName ?? card.name])),
    };
  });
}
