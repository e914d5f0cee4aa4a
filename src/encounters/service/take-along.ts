import { readableCases } from "#casework/index.ts";
import { personCards, relativesOf, whoAllows } from "#people/index.ts";
import { ageOn, addDays } from "#kernel/calendar.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { peopleToVisitOn } from "#routing/index.ts";
import type { Entry } from "../model/encounter.ts";
import { knownFields } from "../model/stamp.ts";
import { lastServedOn, listEncounters, peopleAwaiting } from "../store/list-encounters.ts";
import { entryOf } from "./record-encounter.ts";
import { topicsOn } from "./topics-on.ts";
import { rhythmRows } from "./rhythm/list-rhythm.ts";
import { stampOf } from "./stamp-of.ts";

/** Somebody on the list of a day, with what is needed at the door and no more. */
export interface TakenPerson {
  readonly personId: string;
  readonly name: string;
  readonly age: number | null;
  readonly address: string;
  readonly phone: string;
  readonly stamp: string;
  readonly lastOn: string | null;
  readonly carers: readonly { readonly personId: string; readonly name: string; readonly relation: string; readonly mayPhotograph: boolean }[];
  /** Agreed to be photographed. */
  readonly mayPhotograph: boolean;
}

/** What a phone takes along before leaving. */
export interface TakenAlong {
  readonly orgId: string;
  readonly today: string;
  readonly people: readonly TakenPerson[];
  readonly topics: ReturnType<typeof topicsOn>;
  /** The actor's own records of the last days, to be corrected on the way. */
  readonly entries: readonly { readonly id: string; readonly revision: number; readonly sendKey: string; readonly entry: Entry }[];
}

const [MOST, MOST_OVERDUE, PAST_DAYS, OWN_DAYS] = [60, 20, 14, 3];

/** Today's people of the actor: of their rounds, those promised a next step, those overdue, and those asked for. Each taken along is noted. */
export async function takeAlong(session: Session, asked: readonly string[] = []): Promise<TakenAlong> {
  const { actor, today } = session;
  requireCapability(actor, "encounters.write");
  return session.write("encounters.take-along", { asked, at: session.now.toISOString() }, async (tx) => {
    const planned = await peopleToVisitOn(tx, actor.orgId, actor.accountId, today);
    const awaiting = await peopleAwaiting(tx, actor.orgId, actor.accountId, { from: addDays(today, -PAST_DAYS), to: addDays(today, 1) });
    const overdue = (await rhythmRows(session, tx)).filter(({ dueOn }) => dueOn <= today).slice(0, MOST_OVERDUE).map(({ personId }) => personId);
    const { rows } = await listEncounters(tx, actor.orgId, { by: actor.accountId, from: addDays(today, -OWN_DAYS) }, { limit: MOST });
    const near = await readableCases(session, tx, [...awaiting, ...rows].flatMap(({ caseId }) => caseId ?? []));
    const isNear = ({ caseId }: { readonly caseId: string | null }) => caseId === null || near.has(caseId);
    const promised = awaiting.filter(isNear).map(({ personId }) => personId);
    const own = await keptOnly(tx, actor.orgId, rows.filter(isNear));
    const ids = [...new Set([...asked, ...planned, ...promised, ...overdue, ...own.flatMap(({ people }) => people.filter(({ role }) => role === "client").map(({ personId }) => personId))])].slice(0, MOST);
    const relatives = await relativesOf(tx, actor.orgId, ids);
    const cards = await personCards(tx, actor.orgId, ids);
    const last = await lastServedOn(tx, actor.orgId, ids);
    const agreed = await whoAllows(tx, actor.orgId, [...ids, ...[...relatives.values()].flat().flatMap(({ otherId }) => otherId ?? [])], "photograph", today);
    const people = ids.flatMap((id): TakenPerson[] => {
      const card = cards.get(id);
      if (!card || card.withheldOn !== null || card.noContactOn !== null) return [];
      const { address, phone } = knownFields(card);
      const carers = (relatives.get(id) ?? []).flatMap(({ isCarer, otherId, otherName, relation, untilOn }) => (isCarer && otherId && untilOn === null ? [{ personId: otherId, name: otherName, relation, mayPhotograph: agreed.has(otherId) }] : []));
      return [{ personId: card.id, name: card.preferredName ?? card.name, age: card.birthOn ? ageOn(card.birthOn, today) : null, address, phone, stamp: stampOf(card), lastOn: last.get(id) ?? null, carers, mayPhotograph: agreed.has(id) }];
    });
    await recordAudit(tx, actor, people.map(({ personId }) => ({ action: "encounter.taken_along", subjectKind: "person", subjectId: personId })));
    return { orgId: actor.orgId, today, people, topics: topicsOn(today), entries: own.map((row) => ({ id: row.encounterId, revision: row.revision, sendKey: row.sendKey, entry: entryOf(row) })) };
  });
}

/** Records in which nobody's data is withheld: what was cut comes along no more. */
async function keptOnly<R extends { readonly people: readonly { readonly personId: string }[] }>(tx: Tx, orgId: string, rows: readonly R[]): Promise<R[]> {
  const cards = await personCards(tx, orgId, rows.flatMap(({ people }) => people.map(({ personId }) => personId)));
  return rows.filter(({ people }) => people.every(({ personId }) => cards.get(personId)?.withheldOn === null));
}
