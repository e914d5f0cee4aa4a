import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { selectMembers, selectRound, type Round } from "../../store/rounds.ts";
import { gatherPeople } from "./gather-people.ts";

/** A round's rules and who is in or could be, by name. */
export interface RoundSettings extends Round {
  readonly members: { readonly residents: readonly string[]; readonly helpers: readonly string[] };
  /** Everybody who could be in, to choose from. */
  readonly possible: { readonly residents: readonly string[]; readonly helpers: readonly string[] };
  readonly names: Readonly<Record<string, string>>;
}

/** What a round goes by, to be changed. */
export async function showSettings(session: Session, roundId: string): Promise<RoundSettings> {
  const { actor } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.show_settings", roundId, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    const members = await selectMembers(tx, actor.orgId, roundId);
    const { residents, helpers } = await gatherPeople(tx, actor.orgId, round.programmeId, round.startOn, round.purpose);
    const possible = { residents: residents.map(({ id }) => id), helpers: helpers.map(({ id }) => id) };
    const cards = await personCards(tx, actor.orgId, [...members.residents, ...members.helpers, ...possible.residents, ...possible.helpers]);
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId, details: { settings: true } });
    return { ...round, members, possible, names: Object.fromEntries([...cards].map(([id, card]) => [id, card.preferredName ?? card.name])) };
  });
}
