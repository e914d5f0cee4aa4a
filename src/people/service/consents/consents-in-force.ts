import type { Tx } from "#platform/db/connect.ts";
import { consentsOn } from "../../model/consents/consent.ts";
import { type ConsentState, type Purpose } from "../../model/terms.ts";
import { consentFacts } from "../../store/facts/consents.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";

/** What holds on a day, by person and purpose; a purpose that is missing was never asked for. Two queries for any number of persons. */
export async function consentsInForce(tx: Tx, orgId: string, personIds: readonly string[], on: string): Promise<ReadonlyMap<string, ReadonlyMap<Purpose, ConsentState>>> {
  const identities = await identitiesOf(tx, orgId, [...new Set(personIds)]);
  const facts = await consentFacts(tx, orgId, [...new Set([...identities.values()].flat())]);
  const byRecord = Map.groupBy(facts, ({ personId }) => personId);
  return new Map([...identities].map(([asked, ids]) => [asked, consentsOn(ids.flatMap((id) => byRecord.get(id) ?? []), on)]));
}

/** The first day on which a consent that holds today no longer will, as far as it was given for a time; null where it has no end. */
export async function consentEndsOn(tx: Tx, orgId: string, personId: string, purpose: Purpose, on: string): Promise<string | null> {
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [];
  const facts = (await consentFacts(tx, orgId, records)).filter((fact) => fact.purpose === purpose && fact.fromOn <= on);
  return facts.toSorted((a, b) => a.fromOn.localeCompare(b.fromOn) || a.recordedAt.localeCompare(b.recordedAt)).at(-1)?.untilOn ?? null;
}
