import { Refusal } from "#kernel/refusal.ts";
import { whoAllows } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { runInThread, watchWork } from "#platform/jobs/in-thread.ts";
import { pairKey, type ChangeCounts } from "../../model/changes/compare.ts";
import type { Trial } from "../../model/changes/trial.ts";
import { groupsAllowed, rulesAllowed } from "../../model/purpose.ts";
import { judgedOn, standingDecisions } from "../../model/round.ts";
import type { RoundRows, RoundTask } from "../../model/round-work.ts";
import { lastDecision, selectDecisions, selectMembers, selectRound } from "../../store/rounds.ts";
import { adoptedRun, deleteTrials, insertRun, pairsOfRun, runOfJob, type Basis } from "../../store/runs.ts";
import { deleteOtherPrices, insertPrices, pricesOfRun } from "../../store/run-prices.ts";
import { gatherPeople } from "./gather-people.ts";

const WORK = new URL("../../model/round-work.ts", import.meta.url);
/** When the round was changed while it was computed, it is computed again; so often, then refused. */
const MOST_TRIES = 3;

/** What to compute, and for which job. */
export interface RunWish {
  readonly roundId: string;
  readonly jobId: string;
  /** With one, the answer is kept to be looked at and replaces nothing until it is adopted. */
  readonly trial?: Trial | null | undefined;
  /** Compares every choice of fairness, however long that takes. */
  readonly compare?: boolean | undefined;
}

/** What was kept; an answer that is not adopted only shows what would change. */
export interface KeptRun {
  readonly number: number;
  readonly pairs: number;
  readonly adopted: boolean;
}

/** Told how far it is, several times a second; whatever it throws stops the computation. */
export type NoteProgress = (done: number, total: number) => Promise<void>;

/**
 * Computes a round: keeps what was good, obeys locks and forbids, proves the answer before anybody sees it. A short look at the round, the
 * computation in a thread of its own, and a short transaction that keeps the answer if the round is still the one that was looked at.
 */
export async function computeRun(session: Session, wish: RunWish, note: NoteProgress = async () => {}): Promise<KeptRun> {
  requireCapability(session.actor, "matching.manage");
  for (let tried = 1; tried <= MOST_TRIES; tried++) {
    const gathered = await session.read((tx) => gather(session, tx, wish));
    if ("done" in gathered) return gathered.done;
    const answer = await watchWork(note, (watch) => runInThread<RoundTask, RoundRows>(WORK, gathered.task, watch));
    if (!answer.proven) throw new Refusal("conflict", "matching.not_proven");
    const kept = await session.write("matching.compute_run", wish, (tx) => keep(session, tx, wish, gathered, answer));
    if (kept) return kept;
  }
  throw new Refusal("conflict", "matching.round_changed");
}

interface Gathered { readonly task: RoundTask; readonly basis: Basis }

async function gather({ actor, today }: Session, tx: Tx, { roundId, jobId, trial, compare = false }: RunWish): Promise<Gathered | { done: KeptRun }> {
  const round = await selectRound(tx, actor.orgId, roundId);
  if (!round) throw new Refusal("not_found", "matching.round_not_found");
  if (round.closedAt) throw new Refusal("conflict", "matching.round_closed");
  if (round.rules.hardRules.some((rule) => !rulesAllowed(round.purpose).includes(rule))) throw new Refusal("conflict", "matching.rule_beyond_purpose");
  if (!groupsAllowed(round.purpose).includes(round.rules.fairness?.groupBy ?? "community")) throw new Refusal("conflict", "matching.group_beyond_purpose");
  const done = await runOfJob(tx, actor.orgId, roundId, jobId);
  if (done) return { done };
  const basis = await basisOf(tx, actor.orgId, roundId, round.version);
  const away = trial?.kind === "drill" ? trial.helperIds : [];
  const { residents, helpers, underWay } = await gatherPeople(tx, actor.orgId, round.programmeId, judgedOn(round.startOn, today), round.purpose, { fairness: round.rules.fairness, away });
  const members = await selectMembers(tx, actor.orgId, roundId);
  const { locked, forbidden } = standingDecisions(await selectDecisions(tx, actor.orgId, roundId));
  const earlier = basis.run === 0 ? [] : await pairsOfRun(tx, actor.orgId, roundId, basis.run);
  const meeting = new Set(trial?.kind === "drill" ? underWay.map(pairKey) : []);
  const kept = earlier.filter((pair) => !meeting.has(pairKey(pair)));
  const within = <T extends { id: string }>(people: readonly T[], ids: readonly string[]) => { const set = new Set(ids); return people.filter(({ id }) => set.has(id)); };
  const outside = helpers.filter(({ id }) => !members.helpers.includes(id));
  const besides = trial?.kind === "come_in" ? within(outside, trial.helperIds) : trial?.kind === "drill" ? outside : [];
  return { basis, task: { besides, residents: within(residents, members.residents), helpers: within(helpers, members.helpers), rules: round.rules, wishes: { locked, forbidden, kept }, standing: earlier.length - kept.length, trial: trial ?? null, prices: trial ? await pricesOfRun(tx, actor.orgId, roundId, basis.run) : null, compare } };
}

/** What a run stands on. */
export async function basisOf(tx: Tx, orgId: string, roundId: string, version: number): Promise<Basis> {
  return { version, decisions: await lastDecision(tx, orgId, roundId), run: (await adoptedRun(tx, orgId, roundId))?.number ?? 0 };
}

/** Null when the round is no longer the one that was computed, or somebody in it took their consent back meanwhile. */
async function keep({ actor, now, today }: Session, tx: Tx, { roundId, jobId, trial = null, compare = false }: RunWish, { task, basis }: Gathered, answer: RoundRows): Promise<KeptRun | null> {
  const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
  if (!round || round.closedAt) throw new Refusal("conflict", "matching.round_closed");
  const done = await runOfJob(tx, actor.orgId, roundId, jobId);
  if (done) return done;
  if (JSON.stringify(await basisOf(tx, actor.orgId, roundId, round.version)) !== JSON.stringify(basis)) return null;
  const residents = task.residents.map(({ id }) => id);
  if ((await whoAllows(tx, actor.orgId, residents, "be_matched", judgedOn(round.startOn, today))).size < residents.length) return null;
  await deleteTrials(tx, actor.orgId, roundId);
  const adopted = trial === null || (compare && trial.kind === "again" && changesNothing(answer.changes));
  const number = await insertRun(tx, actor.orgId, roundId, { jobId, rules: task.rules, asked: trial, basis, answer, solvedAt: now.toISOString(), adoptedAt: adopted ? now.toISOString() : null });
  if (answer.prices) await insertPrices(tx, actor.orgId, roundId, number, answer.prices);
  if (adopted) await deleteOtherPrices(tx, actor.orgId, roundId, number);
  await recordAudit(tx, actor, { action: !adopted ? "round.tried" : "round.computed", subjectKind: "round", subjectId: roundId, details: { number, pairs: answer.pairs, rules: task.rules.version, ...(trial && { trial: trial.kind }), ...(compare && { compared: true }) } });
  return { number, pairs: answer.pairs, adopted };
}

/** Whoever only asked what the choices cost need not agree to an answer that is the one they have. */
function changesNothing({ added, moved, lost, gone }: ChangeCounts): boolean {
  return added + moved + lost + gone === 0;
}
