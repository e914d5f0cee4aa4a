import { personsOfAccounts } from "#identity/index.ts";
import { exclusionsOf, friendWishesOf } from "#matching/index.ts";
import { identitiesOf, languagesOf, personCards, relativesOf } from "#people/index.ts";
import { skillsOf } from "#volunteering/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { ASKS_NOTHING, type DayMember, type VisitAsks } from "../model/day/day.ts";
import { mayRead, type MemberKey, type VisitPurpose } from "../model/plan.ts";
import { selectAsks, selectOffers } from "../store/asks.ts";

/** Somebody who goes, as far as visits ask; their own person where they have one. */
export interface VisitorFacts extends DayMember {
  readonly personId: string | null;
}

/** What is known of visitors: what stands in their file, what they offered as volunteers, and for colleagues what is said of them here. */
export async function visitorFacts(tx: Tx, orgId: string, keys: readonly MemberKey[]): Promise<ReadonlyMap<MemberKey, VisitorFacts>> {
  const accounts = keys.flatMap((key) => (key.startsWith("staff:") ? [key.slice(6)] : []));
  const [files, offers] = [await personsOfAccounts(tx, orgId, accounts), await selectOffers(tx, orgId, accounts)];
  const personOf = (key: MemberKey) => (key.startsWith("staff:") ? files.get(key.slice(6)) ?? null : key.slice(10));
  const persons = keys.flatMap((key) => personOf(key) ?? []);
  const [cards, spoken, skills] = [await personCards(tx, orgId, persons), await languagesOf(tx, orgId, persons), await skillsOf(tx, orgId, persons)];
  return new Map(keys.map((key) => {
    const [personId, offer] = [personOf(key), offers.get(key.slice(6))];
    const own = personId ?? "";
    return [key, {
      key, personId, sex: cards.get(own)?.sex ?? offer?.sex ?? null,
      languages: [...new Set([...spoken.get(own) ?? [], ...offer?.languages ?? []])], skills: [...new Set([...skills.get(own) ?? [], ...offer?.skills ?? []])],
    }];
  }));
}

/** Where a wish about visitors comes from: said for visits, or for a friend (结对) and taken over while nothing else was said. */
export type AskedWhere = "visits" | "friend";

/**
 * What residents ask of visitors, and who must not come: what was said for visits; else what they wish of a friend; and always whom they
 * must not meet, by a note of matching or a mark in their family. Guarded wishes only as far as the purpose allows.
 */
export async function asksOf(tx: Tx, orgId: string, personIds: readonly string[], visitors: ReadonlyMap<MemberKey, VisitorFacts>, { purpose, on }: { purpose: VisitPurpose; on: string }): Promise<ReadonlyMap<string, VisitAsks & { readonly where: AskedWhere | null; readonly noted: readonly MemberKey[] }>> {
  const same = await identitiesOf(tx, orgId, personIds);
  const every = (id: string) => same.get(id) ?? [id];
  const [said, wishes] = [await selectAsks(tx, orgId, personIds.flatMap(every)), await friendWishesOf(tx, orgId, personIds, on)];
  const barred = mayRead(purpose, "do_not_match") ? await notedAgainst(tx, orgId, personIds, visitors) : new Map<string, readonly MemberKey[]>();
  return new Map(personIds.map((id) => {
    const [own, friend, noted] = [every(id).map((one) => said.get(one)).find((one) => one !== undefined), wishes.get(id), barred.get(id) ?? []];
    const base = own ?? (friend && { ...ASKS_NOTHING, languages: friend.languagesAsked, sex: friend.sexAsked }) ?? ASKS_NOTHING;
    return [id, { languages: base.languages, skills: base.skills, sex: mayRead(purpose, "sex") ? base.sex : null, wanted: base.wanted, never: [...new Set([...base.never, ...noted])], noted, where: own ? "visits" : friend ? "friend" : null }];
  }));
}

/** Visitors somebody must not meet, as matching notes it and as their family is marked. */
async function notedAgainst(tx: Tx, orgId: string, personIds: readonly string[], visitors: ReadonlyMap<MemberKey, VisitorFacts>): Promise<ReadonlyMap<string, readonly MemberKey[]>> {
  const going = [...visitors.values()].flatMap(({ personId }) => personId ?? []);
  const [same, relatives] = [await identitiesOf(tx, orgId, going), await relativesOf(tx, orgId, personIds)];
  const every = (id: string) => same.get(id) ?? [id];
  const excluded = await exclusionsOf(tx, orgId, personIds);
  return new Map(personIds.map((id) => {
    const against = new Set([...excluded.get(id) ?? [], ...(relatives.get(id) ?? []).flatMap(({ otherId, contactRule }) => (contactRule === "must_not" && otherId !== null ? [otherId] : []))]);
    return [id, [...visitors.values()].filter(({ personId }) => personId !== null && every(personId).some((one) => against.has(one))).map(({ key }) => key)];
  }));
}
