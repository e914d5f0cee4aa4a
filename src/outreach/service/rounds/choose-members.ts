import { identitiesOf, personCards, whoDeclined, type PersonCard } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { decideEnrol, LEFT_OUT_REASONS, type LeftOutReason } from "../../model/round/decide-enrol.ts";
import { inOpenRounds } from "../../store/members.ts";
import { refusalsOf } from "../../store/refusals.ts";

/** Who may join a round, with their cards, and how many may not, by reason. */
export interface Chosen {
  readonly joining: readonly PersonCard[];
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** Parts people into those who may be asked and those who may not. What was said under a record merged since counts too. */
export async function chooseMembers(tx: Tx, orgId: string, personIds: readonly string[], on: string): Promise<Chosen> {
  const identities = await identitiesOf(tx, orgId, personIds);
  const every = [...new Set([...identities.values()].flat())];
  const refusals = Map.groupBy(await refusalsOf(tx, orgId, every), ({ personId }) => personId);
  const declined = await whoDeclined(tx, orgId, personIds, "contact", on);
  const asked = await inOpenRounds(tx, orgId, every);
  const leftOut = new Map<LeftOutReason, number>();
  const joining = personIds.filter((id) => {
    const records = identities.get(id) ?? [id];
    const decision = decideEnrol({
      refusals: records.flatMap((record) => refusals.get(record) ?? []), inOpenRound: records.some((record) => asked.has(record)), contactRefused: declined.has(id),
    }, on);
    if (!decision.allowed) leftOut.set(decision.reason, (leftOut.get(decision.reason) ?? 0) + 1);
    return decision.allowed;
  });
  const cards = await personCards(tx, orgId, joining);
  return {
    joining: joining.flatMap((id) => cards.get(id) ?? []),
    leftOut: Object.fromEntries(LEFT_OUT_REASONS.flatMap((reason) => (leftOut.has(reason) ? [[reason, leftOut.get(reason)!]] : []))),
  };
}
