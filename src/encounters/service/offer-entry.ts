import { listNeeds, NEED_PACKS, findCode, packOn } from "#casework/index.ts";
import { listColleagues } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { personCards, relativesOf, rolesOf, whoAllows } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { Role } from "../model/modes.ts";
import { topicsOn } from "./topics-on.ts";

/** Somebody who may be ticked as having taken part. */
export interface OfferedPerson {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  /** What they are to the person, e.g. 母亲; empty for whoever was searched for. */
  readonly relation: string;
}

export interface Offer {
  readonly person: { readonly personId: string; readonly name: string };
  readonly others: readonly OfferedPerson[];
  readonly needs: readonly { readonly id: string; readonly zh: string; readonly en: string; readonly words: string }[];
  readonly colleagues: readonly { readonly accountId: string; readonly name: string }[];
  readonly topics: ReturnType<typeof topicsOn>;
  /** Who may be in a photograph of it, and whether they agreed. */
  readonly photographed: readonly { readonly personId: string; readonly name: string; readonly agreed: boolean }[];
}

/** What the form of one person's service offers: their people, their open needs, colleagues. `added`: further people searched for. */
export async function offerEntry(session: Session, personId: string, added: readonly string[] = []): Promise<Offer> {
  const { actor, today } = session;
  requireCapability(actor, "encounters.write");
  const { person, others, agreed } = await session.read(async (tx) => {
    const relatives = (await relativesOf(tx, actor.orgId, [personId])).get(personId) ?? [];
    const kin = new Map(relatives.filter(({ otherId, untilOn }) => otherId !== null && untilOn === null).map((one) => [one.otherId!, one]));
    const ids = [...new Set([...kin.keys(), ...added])].filter((id) => id !== personId);
    const cards = await personCards(tx, actor.orgId, [personId, ...ids]);
    const roles = await rolesOf(tx, actor.orgId, ids);
    const mine = cards.get(personId);
    if (!mine || mine.withheldOn !== null) throw new Refusal("not_found", "encounter.person_not_found");
    const roleOf = (id: string): Role => {
      const held = new Set((roles.get(id) ?? []).filter(({ untilOn }) => untilOn === null).map(({ role }) => role));
      return kin.has(id) || held.has("carer") ? "carer" : held.has("volunteer") ? "volunteer" : "client";
    };
    return {
      agreed: await whoAllows(tx, actor.orgId, [mine.id, ...[...cards.values()].map(({ id }) => id)], "photograph", today),
      person: { personId: mine.id, name: mine.preferredName ?? mine.name },
      others: ids.flatMap((id): OfferedPerson[] => { const card = cards.get(id); return card && card.withheldOn === null ? [{ personId: card.id, name: card.name, role: roleOf(id), relation: kin.get(id)?.relation ?? "" }] : []; }),
    };
  });
  const pack = packOn(NEED_PACKS, today);
  const needs = (await listNeeds(session, person.personId)).filter(({ status }) => status === "noted" || status === "answering" || status === "unmet");
  const colleagues = (await listColleagues(session, { capability: "encounters.write" })).filter(({ accountId }) => accountId !== actor.accountId);
  return {
    photographed: [person, ...others].map(({ personId: id, name }) => ({ personId: id, name, agreed: agreed.has(id) })),
    person, others, topics: topicsOn(today), colleagues: colleagues.map(({ accountId, name }) => ({ accountId, name })),
    needs: needs.map(({ id, code, words }) => ({ id, words, zh: findCode(pack, code)?.zh ?? code, en: findCode(pack, code)?.en ?? code })),
  };
}
