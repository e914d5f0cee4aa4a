import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { unitNames } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { isRefusal, type Difference } from "#kernel/refusal.ts";
import { PERSON_FIELDS, type PersonFields } from "../../model/person.ts";
import { pinyinOf } from "#kernel/pinyin.ts";
import { WRITE_PERSON } from "../../model/policy.ts";
import { lockPersons, updatePerson, type Person } from "../../store/persons/persons.ts";
import { checkFields } from "./check-fields.ts";
import { reindexing } from "../persons/reindex-persons.ts";

export interface ChangePerson {
  readonly personId: string;
  /** The version that was read; 428 without one, 412 with the difference when somebody was faster. */
  readonly version: number | undefined;
  /** Fields to change; those left out stay. */
  readonly fields: Partial<PersonFields>;
}

/** Changes a person's own fields; the new version. */
export async function changePerson(session: Session, { personId, version, fields }: ChangePerson): Promise<{ version: number }> {
  const { actor, today } = session;
  authorise(actor, WRITE_PERSON, { orgId: actor.orgId });
  return session.write("people.change-person", { personId, version, fields }, async (tx) => {
    const [person] = await lockPersons(tx, actor.orgId, [personId]);
    if (!person) throw new Refusal("not_found", "person.not_found");
    if (person.mergedInto) throw new Refusal("conflict", "person.already_merged");
    await expectSame(tx, actor.orgId, person, { ...fields, ...(version !== undefined && { version }) });
    const changed = changesOf(person, fields);
    if (Object.keys(changed).length === 0) return { version: person.version };
    await checkFields(tx, actor.orgId, { ...person, ...changed } as PersonFields, today);
    await reindexing(tx, actor.orgId, [personId], () => updatePerson(tx, actor.orgId, personId, { ...changed, ...(changed.name !== undefined && { namePinyin: pinyinOf(changed.name) }) }));
    await recordAudit(tx, actor, { action: "person.changed", subjectKind: "person", subjectId: personId, details: { fields: Object.keys(changed) } });
    return { version: person.version + 1 };
  });
}

/** The fields that become something else; a birth date never stands without its precision. */
function changesOf(person: Person, fields: Partial<PersonFields>): Partial<PersonFields> {
  const changed = Object.fromEntries(PERSON_FIELDS.filter((field) => field in fields && (fields[field] ?? null) !== person[field]).map((field) => [field, fields[field] ?? null])) as Partial<PersonFields>;
  if (changed.birthOn === null) return { ...changed, birthPrecision: null };
  if (changed.birthOn && !fields.birthPrecision) return { ...changed, birthPrecision: "day" };
  return changed;
}

/** A clash names places, not their numbers: people must be able to compare both sides. */
async function expectSame(tx: Tx, orgId: string, person: Person, sent: Partial<PersonFields> & { version?: number }): Promise<void> {
  try {
    expectVersion(person as Person & PersonFields, sent as Partial<Person & PersonFields>, PERSON_FIELDS);
  } catch (error) {
    if (!isRefusal(error) || !error.difference) throw error;
    const ids = ["communityId", "laneId"].flatMap((field) => { const one = error.difference![field]; return one ? [one.stored, one.sent] : []; }).filter((id): id is string => typeof id === "string");
    const units = await unitNames(tx, orgId, ids);
    const named = (value: unknown) => (typeof value === "string" ? units.get(value)?.name ?? value : value);
    const difference: Difference = Object.fromEntries(Object.entries(error.difference).map(([field, { stored, sent: given }]) => [field, { stored: named(stored), sent: named(given) }]));
    throw new Refusal("stale", "platform.changed_meanwhile", { difference });
  }
}
