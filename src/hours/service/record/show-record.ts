import { Refusal } from "#kernel/refusal.ts";
import type { PersonId } from "#kernel/ids.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { volunteerRecord, type VolunteerRecord } from "#volunteering/index.ts";
import { entryState } from "../../model/entry.ts";
import { OWN, READ } from "../../model/policy.ts";
import { volunteerNumber } from "../../model/certificate/number.ts";
import { totalMinutes } from "../../model/certificate/statement.ts";
import { selectEntriesOf, type Entry } from "../../store/entries.ts";
import { selectHonours, type Honour } from "../../store/honours.ts";
import { insertNumber, selectNumber } from "../../store/numbers.ts";
import { found, personIdsFor } from "../ground.ts";

/**
 * A volunteer's record in its five groups: who they are, what they served, trainings, awards, evaluations.
 *
 * Source: 民政部令67《志愿服务记录与证明出具办法（试行）》; wording of the fields 未核实.
 */
export interface ServiceRecord {
  readonly number: string;
  readonly card: Pick<PersonCard, "id" | "name" | "sex" | "birthOn" | "birthPrecision" | "communityName"> & { readonly phone: string | null };
  readonly pathway: VolunteerRecord;
  /** Confirmed ones only, the latest first. */
  readonly entries: readonly Entry[];
  readonly minutes: number;
  readonly honours: readonly Honour[];
}

/** One's own record, or with `hours.read` anybody's; opening somebody else's is written down. */
export async function showRecord(session: Session, personId: string | null, { exported = false } = {}): Promise<ServiceRecord> {
  const { actor } = session;
  const own = personId === null || personId === actor.personId;
  if (!actor.capabilities.has(own ? OWN : READ) && !actor.capabilities.has(READ)) throw new Refusal("forbidden", "access.not_allowed");
  const asked = found((personId ?? actor.personId ?? undefined) as PersonId | undefined, "hours.no_person");
  return session.write("hours.show-record", null, async (tx) => {
    const ids = await personIdsFor(tx, actor.orgId, asked);
    const card = found((await personCards(tx, actor.orgId, [asked])).get(asked), "hours.person_not_found");
    const pathway = await volunteerRecord(tx, actor.orgId, ids);
    const entries = await selectEntriesOf(tx, actor.orgId, ids);
    // A resident's file is not opened by this way: only who has served has a record.
    if (!own && pathway.programmes.length === 0 && entries.length === 0) throw new Refusal("not_found", "hours.person_not_found");
    if (!own || exported) await recordAudit(tx, actor, { action: exported ? "record.exported" : "record.read", subjectKind: "person", subjectId: card.id });
    const confirmed = entries.filter((entry) => entryState(entry) === "confirmed");
    return {
      number: await numberOf(tx, actor.orgId, ids), pathway, entries: confirmed, minutes: totalMinutes(confirmed), honours: await selectHonours(tx, actor.orgId, ids),
      card: { id: card.id, name: card.name, sex: card.sex, birthOn: card.birthOn, birthPrecision: card.birthPrecision, communityName: card.communityName, phone: card.phones.find(({ whose }) => whose === "self")?.value ?? null },
    };
  });
}

/** The volunteer's number, given when it is first needed. */
export async function numberOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<string> {
  return (await selectNumber(tx, orgId, personIds)) ?? insertNumber(tx, orgId, personIds[0]!, volunteerNumber);
}
