import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { decideBegin, neededFor } from "../model/change-of-side.ts";
import { stateOf } from "../model/invitation.ts";
import { heightOf, type AskedStep } from "../model/steps.ts";
import { eventsOf, invitationsOf } from "../store/invitations.ts";
import { standingOf } from "./side.ts";

/** For a slice that gives somebody a role: refused while a change of side needs an agreement that is not there. The caller authorises. */
export async function requireAgreed(session: Session, tx: Tx, personId: string, step: AskedStep): Promise<void> {
  const { orgId } = session.actor;
  const card = (await personCards(tx, orgId, [personId])).get(personId);
  if (!card || card.withheldOn !== null) throw new Refusal("not_found", "pathways.person_not_found");
  const records = (await identitiesOf(tx, orgId, [card.id])).get(card.id) ?? [card.id];
  const standing = await standingOf(session, tx, { card, records });
  if (neededFor(standing).length === 0) return;
  const asked = (await invitationsOf(tx, orgId, [card.id])).filter((one) => heightOf(one.step) >= heightOf(step));
  const events = await eventsOf(tx, orgId, asked.map(({ id }) => id));
  const decisions = asked.map((one) => {
    const said = events.get(one.id) ?? [];
    return stateOf(said) === "begun" ? { allowed: true as const } : decideBegin({ step: one.step, invitedBy: one.byAccount, events: said, standing });
  });
  if (decisions.some(({ allowed }) => allowed)) return;
  const [latest] = decisions;
  throw new Refusal("conflict", latest && !latest.allowed ? `pathways.${latest.reason}` : "pathways.ask_first");
}
