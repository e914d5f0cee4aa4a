import { ageOn } from "#kernel/calendar.ts";
import { whoRefuses } from "#outreach/index.ts";
import { accountsOfPeople, personCards, type PersonCard, relativesOf, type Relative, whoDeclined } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { type PersonKnown, planReach, type Reach } from "../model/plan-reach.ts";
import type { Kind } from "../model/terms.ts";
import { whoOptedOut } from "../store/opt-outs.ts";

/** From this age on somebody is written to themselves. Source: 民法典 art. 17–18. */
const OF_AGE = 18;
const MOBILE = /^1[3-9]\d{9}$/;

interface Ground {
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly accounts: ReadonlyMap<string, string>;
  readonly relatives: ReadonlyMap<string, readonly Relative[]>;
  readonly optedOut: ReadonlySet<string>;
  readonly declined: ReadonlySet<string>;
  readonly resting: ReadonlySet<string>;
}

export interface Gathered { readonly reaches: readonly Reach[]; readonly cards: ReadonlyMap<string, PersonCard> }

/** How each of these would be reached today, or why not; once per person however many records there are. A handful of queries for any number. */
export async function gatherReach({ actor: { orgId }, today }: Pick<Session, "actor" | "today">, tx: Tx, kind: Kind, personIds: readonly string[]): Promise<Gathered> {
  const own = await cardsById(tx, orgId, personIds);
  const asked = [...own.values()].filter((card) => isUnderAge(card, today) || ownMobiles(card).length === 0).map(({ id }) => id);
  const relatives = asked.length === 0 ? new Map<string, readonly Relative[]>() : await relativesOf(tx, orgId, asked);
  const others = [...new Set([...relatives.values()].flat().flatMap(({ otherId }) => otherId ?? []))];
  const cards = new Map([...own, ...(others.length === 0 ? [] : await cardsById(tx, orgId, others))]);
  const ids = [...cards.keys()];
  const ground: Ground = {
    cards, relatives, accounts: await accountsOfPeople(tx, orgId, ids), optedOut: await whoOptedOut(tx, orgId, kind, ids),
    declined: await whoDeclined(tx, orgId, ids, "contact", today), resting: await whoRefuses(tx, orgId, today),
  };
  return { cards, reaches: [...own.values()].map((card) => planReach(knownOf(ground, card, today))) };
}

/** In the order asked for: of two behind one telephone the first is written to. */
async function cardsById(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
  const cards = await personCards(tx, orgId, ids);
  return new Map(ids.flatMap((id) => { const card = cards.get(id); return card ? [[card.id, card] as const] : []; }));
}

function knownOf(ground: Ground, card: PersonCard, today: string): PersonKnown {
  const relatives = (ground.relatives.get(card.id) ?? []).filter(({ untilOn }) => untilOn === null || untilOn > today);
  return {
    personId: card.id, barred: barOf(ground, card), underAge: isUnderAge(card, today), accountId: ground.accounts.get(card.id) ?? null,
    phones: ownMobiles(card).length > 0 ? ownMobiles(card) : mobiles(card, "other"),
    forbidden: new Set(relatives.filter(({ contactRule }) => contactRule === "must_not").flatMap((one) => numbersOf(ground, one))),
    guardians: relatives.filter(({ isGuardian }) => isGuardian).map((one) => {
      const other = one.otherId === null ? undefined : ground.cards.get(one.otherId);
      const barred = other ? barOf(ground, other) : null;
      return {
        accountId: barred ? null : ground.accounts.get(one.otherId ?? "") ?? null, phones: barred ? [] : numbersOf(ground, one),
        mustNot: one.contactRule === "must_not", optedOut: barred === "opted_out",
      };
    }),
  };
}

function barOf({ declined, resting, optedOut }: Ground, { id, withheldOn, deceasedOn, noContactOn }: PersonCard): PersonKnown["barred"] {
  if (withheldOn !== null) return "withheld";
  if (deceasedOn !== null) return "deceased";
  if (noContactOn !== null || declined.has(id)) return "no_contact";
  if (resting.has(id)) return "asked_for_rest";
  return optedOut.has(id) ? "opted_out" : null;
}

function numbersOf({ cards }: Ground, { otherId, otherPhone }: Relative): string[] {
  const card = otherId === null ? undefined : cards.get(otherId);
  return [...(card ? ownMobiles(card) : []), ...(otherPhone !== null && MOBILE.test(otherPhone) ? [otherPhone] : [])];
}

const isUnderAge = ({ birthOn }: PersonCard, today: string): boolean => birthOn !== null && ageOn(birthOn, today) < OF_AGE;
const mobiles = ({ phones }: PersonCard, of: "self" | "other"): string[] => phones.filter(({ kind, whose }) => kind === "mobile" && whose === of).map(({ value }) => value);
const ownMobiles = (card: PersonCard): string[] => mobiles(card, "self");
