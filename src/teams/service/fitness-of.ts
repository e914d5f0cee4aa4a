import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { type ProgrammeStanding, standingsOf } from "#volunteering/index.ts";
import { decideServing, fitnessOf, type Fitness } from "../model/fitness.ts";
import type { Member } from "./ground.ts";

export interface MemberFitness {
  readonly fitness: Fitness;
  /** What the programmes say, for workers only. */
  readonly standings: readonly ProgrammeStanding[];
}

/** How members stand under the volunteering policies on some days: read once for all of them. */
export async function fitnessOn({ actor }: Pick<Session, "actor">, tx: Tx, members: readonly Pick<Member, "id" | "personId">[], days: readonly string[]): Promise<(memberId: string, day: string) => MemberFitness> {
  const of = await standingsOf(tx, actor.orgId, members.map(({ personId }) => personId), days);
  const persons = new Map(members.map(({ id, personId }) => [id, personId]));
  return (memberId, day) => {
    const standings = of(persons.get(memberId) ?? "", day);
    return { fitness: fitnessOf(standings), standings };
  };
}

/** Refuses a turn of whoever may not serve on its day. */
export async function requireServing(session: Session, tx: Tx, members: readonly Member[], turns: readonly { readonly memberId: string; readonly onDay: string }[]): Promise<void> {
  const named = members.filter(({ id }) => turns.some(({ memberId }) => memberId === id));
  const of = await fitnessOn(session, tx, named, turns.map(({ onDay }) => onDay));
  for (const { memberId, onDay } of turns) {
    const decision = decideServing(of(memberId, onDay).fitness);
    if (!decision.allowed) throw new Refusal("conflict", `teams.${decision.reason}`);
  }
}
