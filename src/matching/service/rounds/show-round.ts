import { Refusal } from "#kernel/refusal.ts";
import { personIdsOf } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { readPairs } from "../../store/pairs.ts";
import { countBesides, countUnmatched, listBesides, listUnmatched, type UnmatchedRow } from "../../store/review/left-out.ts";
import { countProposals, listProposals, type ProposalCounts, type ProposalFilter, type ProposalPage, type ProposalPaging, type ProposalState } from "../../store/review/proposals.ts";
import type { RunOfRound } from "../../store/review/proposal-state.ts";
import { countMembers, membersAmong, selectMembers, selectRound, type Round } from "../../store/rounds.ts";
import { adoptedRun, lastCompared, type ComparedRun, type Run } from "../../store/runs.ts";
import { sidesOf, type Side } from "./sides.ts";

export type { ProposalRow, ProposalState } from "../../store/review/proposals.ts";
export type { UnmatchedRow } from "../../store/review/left-out.ts";

/** What of a round is asked for, as the address of the review says it. */
export interface ReviewQuery extends ProposalPaging {
  readonly show?: ProposalState | "fresh" | "left" | undefined;
  readonly communityId?: string | null | undefined;
  /** Part of a name: characters, pinyin or initials. */
  readonly q?: string | undefined;
  /** Part of the name of a volunteer to choose by hand. */
  readonly who?: string | undefined;
}

export interface ReviewCounts extends ProposalCounts {
  readonly left: number;
  readonly besides: number;
  readonly leftAt: readonly { readonly communityId: string | null; readonly residents: number }[];
}

export interface ShownRun extends Omit<Run, "basis"> {
  readonly proposals: ProposalPage["rows"];
  readonly unmatched: readonly UnmatchedRow[];
}

export interface ShownRound extends Round {
  readonly run: ShownRun | null;
  /** What the choices of fairness cost, where they were compared; of an earlier answer when the last did without. */
  readonly compared: ComparedRun | null;
  readonly counts: ReviewCounts | null;
  readonly pages: { readonly before: string | null; readonly after: string | null };
  readonly sides: Readonly<Record<string, Side>>;
  readonly members: { readonly residents: number; readonly helpers: number };
  /** Volunteers to choose from by hand; empty where there are too many for a list, then they are searched for by name. */
  readonly helpers: readonly string[];
  /** Volunteers found by the name asked for. */
  readonly found: readonly string[];
  /** Names of the communities its people live in. */
  readonly places: Readonly<Record<string, string>>;
  /** Pairs of the round that were opened apart from what was proposed. */
  readonly besides: readonly { readonly pairId: string; readonly residentId: string; readonly helperId: string; readonly state: string }[];
}

/** So many volunteers still stand in a list; so many are shown of those found. */
const MOST_IN_A_LIST = 60;
const MOST_FOUND = 20;
const ON_A_PAGE = 20;
const MOST_ON_A_PAGE = 100;

/** One page of a round for review: what was proposed and why, what was decided, who is left out. Nothing is read that the page does not show. */
export async function showRound(session: Session, roundId: string, query: ReviewQuery = {}): Promise<ShownRound> {
  const { actor } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.show_round", { roundId, query }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    const members = await countMembers(tx, actor.orgId, roundId);
    const run = await adoptedRun(tx, actor.orgId, roundId);
    const at: RunOfRound = { orgId: actor.orgId, roundId, programmeId: round.programmeId, run: run?.number ?? 0 };
    const page = await pageOfRound(session, tx, at, query);
    const besides = query.show || query.q || query.after || query.before ? [] : await livingBesides(session, tx, at);
    const helpers = members.helpers <= MOST_IN_A_LIST && actor.capabilities.has("matching.manage") ? (await selectMembers(tx, actor.orgId, roundId)).helpers : [];
    const found = query.who ? (await membersAmong(tx, actor.orgId, roundId, await personIdsOf(tx, actor.orgId, { q: query.who.slice(0, 60) }, session.today))).helpers.slice(0, MOST_FOUND) : [];
    const counts = run ? await countAll(tx, at) : null;
    const sides = await sidesOf(tx, actor.orgId, round, {
      residents: [...page.proposals, ...besides].map(({ residentId }) => residentId), helpers: [...page.proposals, ...besides].map(({ helperId }) => helperId),
      named: [...helpers, ...found, ...namedIn(page)],
    }, session.today);
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId, details: { proposals: page.proposals.length } });
    const { basis: _, ...shown } = run ?? { basis: null };
    const compared = run ? await lastCompared(tx, actor.orgId, roundId) ?? null : null;
    const places = await placesOf(session, tx, counts, run, compared);
    return { ...round, compared, members, sides, helpers, found, besides, places, counts, pages: page.pages, run: run ? { ...(shown as Omit<Run, "basis">), proposals: page.proposals, unmatched: page.unmatched } : null };
  });
}

interface RoundPage { readonly proposals: ProposalPage["rows"]; readonly unmatched: readonly UnmatchedRow[]; readonly pages: ShownRound["pages"] }

/** Proposals first; those left out follow the last of them, or stand alone when asked for. */
async function pageOfRound({ actor, today }: Session, tx: Tx, at: RunOfRound, { show, communityId, q, ...paging }: ReviewQuery): Promise<RoundPage> {
  const personIds = q ? await personIdsOf(tx, actor.orgId, { q: q.slice(0, 60) }, today) : undefined;
  if (show === "left") {
    const left: Page<UnmatchedRow> = await listUnmatched(tx, at, { communityId, personIds }, { after: paging.after });
    return { proposals: [], unmatched: left.rows, pages: { before: null, after: left.next } };
  }
  const limit = Math.min(MOST_ON_A_PAGE, paging.limit ?? ON_A_PAGE);
  const filter: ProposalFilter = { communityId, personIds, ...(show === "fresh" ? { fresh: true } : { state: show }) };
  const page = await listProposals(tx, at, filter, { ...paging, limit });
  const unmatched = show || page.after ? [] : (await listUnmatched(tx, at, { communityId, personIds })).rows;
  return { proposals: page.rows, unmatched, pages: { before: page.before, after: page.after } };
}

async function livingBesides({ actor, today }: Session, tx: Tx, at: RunOfRound): Promise<ShownRound["besides"]> {
  const found = await listBesides(tx, at);
  const states = new Map((await readPairs(tx, actor.orgId, { ids: found.map(({ pairId }) => pairId) }, today)).map(({ id, state }) => [id, state]));
  return found.map((pair) => ({ ...pair, state: states.get(pair.pairId) ?? "proposed" }));
}

function namedIn({ proposals, unmatched }: RoundPage): string[] {
  return [
    ...proposals.flatMap(({ alternative, came }) => [alternative?.helperId, came?.was, ...(alternative?.effects ?? []).flatMap((effect) => (effect.kind === "losing" ? effect.residentIds : effect.kind === "farther" ? [effect.residentId] : []))]),
    ...unmatched.flatMap(({ residentId, change, lost }) => [residentId, change?.helperId, lost?.was]),
  ].filter((id) => typeof id === "string");
}

/** Names of the communities counted or recruited for, in the order of their names. */
async function placesOf({ actor }: Session, tx: Tx, counts: ReviewCounts | null, run: Run | undefined, compared: ComparedRun | null): Promise<Record<string, string>> {
  const ids = new Set([...(counts?.lines ?? []).flatMap(({ from, to }) => [from, to]), ...(counts?.leftAt ?? []).map(({ communityId }) => communityId), ...(run?.recruitment ?? []).flatMap(({ communityId, laneId }) => (laneId ? [] : communityId)), ...(compared?.choices.groupBy === "community" ? compared.choices.labels : [])]);
  const units = await unitNames(tx, actor.orgId, [...ids].filter((id) => id !== null));
  return Object.fromEntries([...units].map(([id, { name }]) => [id, name] as const).sort(([, a], [, b]) => (a < b ? -1 : 1)));
}

async function countAll(tx: Tx, at: RunOfRound): Promise<ReviewCounts> {
  const [counts, leftAt] = [await countProposals(tx, at), await countUnmatched(tx, at)];
  return { ...counts, leftAt, left: leftAt.reduce((sum, { residents }) => sum + residents, 0), besides: await countBesides(tx, at) };
}
