import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { type Decision, decideBegin, neededFor, type Standing } from "../model/change-of-side.ts";
import { stateOf } from "../model/invitation.ts";
import { heightOf, type AskedStep } from "../model/steps.ts";
import { eventsOf, invitationsOf } from "../store/invitations.ts";
import { standingsOf } from "./side.ts";

/** `elsewhere`: the caller's own rules ask the guardian of a child who is not served. */
interface Asking { readonly guardian?: "here" | "elsewhere" }

/** For a slice that gives somebody a role: refused while a change of side needs an agreement that is not there. The caller authorises. */
export async function requireAgreed(session: Session, tx: Tx, personId: string, step: AskedStep, asking: Asking = {}): Promise<void> {
  const refusal = (await notAgreed(session, tx, [personId], step, asking)).get(personId);
  if (refusal) throw refusal;
}

/** Of several, who may not be given the role yet, with the refusal each would meet. The caller authorises. */
export async function notAgreed(session: Session, tx: Tx, personIds: readonly string[], step: AskedStep, { guardian = "here" }: Asking = {}): Promise<ReadonlyMap<string, Refusal>> {
  const { orgId } = session.actor;
  const cards = await personCards(tx, orgId, personIds);
  const records = await identitiesOf(tx, orgId, [...new Set([...cards.values()].map(({ id }) => id))]);
  const standings = await standingsOf(session, tx, [...new Map([...cards.values()].map((card) => [card.id, { card, records: records.get(card.id) ?? [card.id] }])).values()]);
  const changing = [...standings].filter(([, standing]) => !neededFor(standing).every(({ party }) => party === "guardian" && guardian === "elsewhere"));
  const refused = await refusedAmong(tx, orgId, changing, step);
  return new Map(personIds.flatMap((asked): [string, Refusal][] => {
    const card = cards.get(asked);
    if (!card || card.withheldOn !== null) return [[asked, new Refusal("not_found", "pathways.person_not_found")]];
    const reason = refused.get(card.id);
    return reason === undefined ? [] : [[asked, new Refusal("conflict", reason)]];
  }));
}

/** Of those who change sides, who may not yet, and why. */
async function refusedAmong(tx: Tx, orgId: string, changing: readonly (readonly [string, Standing])[], step: AskedStep): Promise<ReadonlyMap<string, Refusal["reason"]>> {
  if (changing.length === 0) return new Map();
  const asked = (await invitationsOf(tx, orgId, changing.map(([id]) => id))).filter((one) => heightOf(one.step) >= heightOf(step));
  const events = await eventsOf(tx, orgId, asked.map(({ id }) => id));
  return new Map(changing.flatMap(([personId, standing]): [string, Refusal["reason"]][] => {
    const decisions = asked.filter((one) => one.personId === personId).map((one): Decision => {
      const said = events.get(one.id) ?? [];
      return stateOf(said) === "begun" ? { allowed: true } : decideBegin({ step: one.step, invitedBy: one.byAccount, events: said, standing });
    });
    if (decisions.some(({ allowed }) => allowed)) return [];
    const [latest] = decisions;
    return [[personId, latest && !latest.allowed ? `pathways.${latest.reason}` : "pathways.ask_first"]];
  }));
}
