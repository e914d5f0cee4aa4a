import { randomUUID } from "node:crypto";
import { ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards, type PersonCard } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { isOpen } from "../model/decide-need-change.ts";
import { findCode, packOn } from "../model/need-pack.ts";
import { NEED_PACKS } from "../model/need-packs.ts";
import type { HeardNeed } from "../model/need.ts";
import { populationOf, type Population } from "../model/population.ts";
import * as store from "../store/needs.ts";

/** What became of one need that was heard: written down, or heard again. */
export interface RecordedNeed {
  readonly needId: string;
  readonly heardAgain: boolean;
}

/**
 * Writes down needs as they are heard, in the caller's transaction. A need somebody has already and still waits for is not
 * counted twice: the words are added to it, with the priority it has now.
 *
 * @param origin what they were heard in, e.g. an interview
 */
export async function recordNeedsIn(session: Session, tx: Tx, heard: readonly HeardNeed[], origin: { kind: "interview"; id: string } | null = null): Promise<RecordedNeed[]> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.work");
  for (const { heardOn } of heard) if (heardOn > today) throw new Refusal("invalid_input", "need.in_future", { fields: [{ field: "heardOn", reason: "need.in_future" }] });
  const personIds = [...new Set(heard.map(({ personId }) => personId))];
  const cards = await personCards(tx, actor.orgId, personIds);
  const standsFor = new Map([...cards].map(([asked, card]) => [asked, card.id]));
  await store.lockNeedsOf(tx, actor.orgId, [...standsFor.values()]);
  const known = await openNeedsOf(tx, actor.orgId, personIds, standsFor);

  const recorded: RecordedNeed[] = [];
  for (const need of heard) recorded.push(await recordOne(session, tx, need, { card: cards.get(need.personId), known, origin }));
  await recordAudit(tx, actor, recorded.map(({ needId, heardAgain }, index) => ({
    action: heardAgain ? "need.heard_again" : "need.recorded", subjectKind: "need", subjectId: needId, details: { personId: heard[index]!.personId, code: heard[index]!.code },
  })));
  return recorded;
}

interface Surroundings {
  readonly card: PersonCard | undefined;
  /** Open needs by person, population and code. */
  readonly known: Map<string, store.StoredNeed>;
  readonly origin: { kind: "interview"; id: string } | null;
}

async function recordOne({ actor }: Session, tx: Tx, need: HeardNeed, { card, known, origin }: Surroundings): Promise<RecordedNeed> {
  if (!card) throw new Refusal("not_found", "need.person_not_found");
  const pack = packOn(NEED_PACKS, need.heardOn);
  if (!findCode(pack, need.code)) throw new Refusal("invalid_input", "need.code_unknown", { fields: [{ field: "code", reason: "need.code_unknown" }] });
  const population = need.population ?? ownPopulation(card, need.heardOn);
  const event = { orgId: actor.orgId, priority: need.priority, note: "", by: actor.accountId, byName: actor.name };
  const key = keyOf(card.id, population, need.code);
  const earlier = known.get(key);
  if (earlier) {
    const onDay = need.heardOn < earlier.statusOn ? earlier.statusOn : need.heardOn;
    await store.insertEvents(tx, [{ ...event, needId: earlier.id, number: earlier.version + 1, status: earlier.status, onDay, words: need.words }]);
    known.set(key, { ...earlier, version: earlier.version + 1, statusOn: onDay });
    return { needId: earlier.id, heardAgain: true };
  }
  const id = randomUUID();
  const { personId, code, source, words, heardOn } = need;
  await store.insertNeeds(tx, [{
    orgId: actor.orgId, id, personId, population, code, packVersion: pack.version, source, words, heardOn, communityId: card.communityId, laneId: card.laneId,
    originKind: origin?.kind ?? null, originId: origin?.id ?? null, recordedBy: actor.accountId, recordedByName: actor.name,
  }]);
  await store.insertEvents(tx, [{ ...event, needId: id, number: 1, status: "noted", onDay: heardOn, words: "" }]);
  known.set(key, { ...need, id, population, packVersion: pack.version, status: "noted", statusOn: heardOn, version: 1, recordedByName: actor.name } as store.StoredNeed);
  return { needId: id, heardAgain: false };
}

async function openNeedsOf(tx: Tx, orgId: string, personIds: readonly string[], standsFor: ReadonlyMap<string, string>): Promise<Map<string, store.StoredNeed>> {
  const identities = await identitiesOf(tx, orgId, personIds);
  const survivorOf = new Map([...identities].flatMap(([asked, ids]) => ids.map((id) => [id, standsFor.get(asked) ?? asked] as const)));
  const needs = await store.needsOf(tx, orgId, [...survivorOf.keys()]);
  return new Map(needs.filter(({ status }) => isOpen(status)).map((need) => [keyOf(survivorOf.get(need.personId) ?? need.personId, need.population, need.code), need]));
}

function ownPopulation(card: PersonCard, on: string): Population {
  return populationOf({ ageYears: card.birthOn === null ? null : ageOn(card.birthOn, on), disabled: card.disabilityType !== null || card.disabilityGrade !== null });
}

const keyOf = (personId: string, population: string, code: string) => `${personId}|${population}|${code}`;
