import { Refusal } from "#kernel/refusal.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { authorise } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_PLANS } from "../model/policy.ts";

/** The person a plan is for. Whoever does not let their data be kept is not opened. */
export async function openPersonIn({ actor }: Session, tx: Tx, personId: string): Promise<PersonCard> {
  authorise(actor, WORK_ON_PLANS, { orgId: actor.orgId });
  const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
  if (!card) throw new Refusal("not_found", "plan.person_not_found");
  if (card.withheldOn !== null) throw new Refusal("forbidden", "plan.withheld");
  return card;
}

/** How they like to be called. */
export const nameOf = ({ preferredName, name }: Pick<PersonCard, "preferredName" | "name">): string => preferredName ?? name;
