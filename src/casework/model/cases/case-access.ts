import type { Actor } from "#kernel/actor.ts";

/** Why somebody may open a case: they answer for it, belong to its team, supervise, or are asked to take it over. */
export type CaseTie = "worker" | "team" | "supervisor" | "asked";
/**
 * What somebody wants to do: `read` it; `record` what was done (service events, needs, assessments); `lead` it (its steps);
 * `approve` what is asked of a supervisor; `answer` whether one takes it over.
 */
export type CaseWish = "read" | "record" | "lead" | "approve" | "answer";

/** The parts of a case that say who stands near it. */
export interface CaseTies {
  readonly workerId: string;
  readonly teamId: string | null;
  readonly pendingKind: "approval" | "transfer" | null;
  readonly pendingWorker: string | null;
  readonly pendingTeam: string | null;
}

const MAY: Readonly<Record<CaseTie, readonly CaseWish[]>> = {
  worker: ["read", "record", "lead"],
  team: ["read", "record"],
  supervisor: ["read", "record", "lead", "approve"],
  asked: ["read", "answer"],
};

/** Every tie of an actor to a case, the nearest first. `teamIds`: the teams the actor belongs to today. */
export function tiesOf(actor: Pick<Actor, "accountId" | "capabilities">, held: CaseTies, teamIds: readonly string[]): CaseTie[] {
  const { accountId, capabilities } = actor;
  if (!capabilities.has("cases.work") && !capabilities.has("cases.supervise")) return [];
  const asked = held.pendingKind === "transfer" && (held.pendingWorker === accountId || (held.pendingWorker === null && held.pendingTeam !== null && teamIds.includes(held.pendingTeam)));
  const ties: readonly [CaseTie, boolean][] = [
    ["worker", held.workerId === accountId],
    ["asked", asked],
    ["team", held.teamId !== null && teamIds.includes(held.teamId)],
    ["supervisor", capabilities.has("cases.supervise")],
  ];
  return ties.filter(([, holds]) => holds).map(([tie]) => tie);
}

/** Whether any of the ties is enough for what is wanted. */
export const mayCase = (ties: readonly CaseTie[], wish: CaseWish): boolean => ties.some((tie) => MAY[tie].includes(wish));
