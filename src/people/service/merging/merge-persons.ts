import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { mergedFields, type Rewritten } from "../../model/decide-merge.ts";
import type { NewPerson, PersonFields } from "../../model/person.ts";
import { pinyinOf } from "#kernel/pinyin.ts";
import { deleteDistinctPair, insertMerge, moveMerged } from "../../store/sources/merges.ts";
import { lockPersons, updatePerson, type Person } from "../../store/persons/persons.ts";
import { contactsOf, currentFacts, identifiersOf } from "../../store/facts/records-of.ts";
import { addFacts, rankedAfter } from "../persons/add-facts.ts";
import { refreshCuts } from "../consents/refresh-cuts.ts";
import { reindexing } from "../persons/reindex-persons.ts";
import { identifierCell } from "../persons/seal-identifiers.ts";

export interface MergePersons {
  /** The record that stands for the person afterwards. */
  readonly survivorId: string;
  readonly mergedId: string;
  readonly reason: string;
  /** Fields in which the merged record is right; blank fields of the survivor are filled in any case. */
  readonly take?: readonly string[] | undefined;
  readonly sourceId?: string | null | undefined;
}

/**
 * Makes one record stand for two, in the caller's transaction; the merge's id.
 * The merged record and all that hangs on it stay where they are; the survivor
 * gets copies of what it lacks, marked with the merge, so `undoMergeIn` takes it all back.
 */
export async function mergePersonsIn(session: Session, tx: Tx, { survivorId, mergedId, reason, take = [], sourceId = null }: MergePersons): Promise<string> {
  const { actor } = session;
  requireCapability(actor, "people.write");
  const { survivor, merged } = await lockPair(tx, actor.orgId, survivorId, mergedId);
  const before = mergedFields(survivor, merged, new Set(take));
  const id = randomUUID();
  await reindexing(tx, actor.orgId, [survivorId, mergedId], async () => {
    await copyFacts(session, tx, survivorId, mergedId, id);
    await updatePerson(tx, actor.orgId, mergedId, { mergedInto: survivorId });
    const alsoMoved = await moveMerged(tx, actor.orgId, mergedId, survivorId);
    await writeFields(tx, actor.orgId, survivorId, before);
    await insertMerge(tx, actor.orgId, { id, survivorId, mergedId, reason, before, alsoMoved, sourceId, mergedBy: actor.accountId, mergedByName: actor.name });
  });
  await refreshCuts(session, tx, [survivorId]);
  await deleteDistinctPair(tx, actor.orgId, survivorId, mergedId);
  await recordAudit(tx, actor, [survivorId, mergedId].map((subjectId) => (
    { action: "person.merged", subjectKind: "person", subjectId, details: { mergeId: id, survivorId, mergedId, reason, fields: Object.keys(before) } })));
  return id;
}

/** Merges two records; for forms and the API. */
export async function mergePersons(session: Session, input: MergePersons): Promise<string> {
  return session.write("people.merge-persons", input, (tx) => mergePersonsIn(session, tx, input));
}

async function lockPair(tx: Tx, orgId: string, survivorId: string, mergedId: string): Promise<{ survivor: Person; merged: Person }> {
  if (survivorId === mergedId) throw new Refusal("invalid_input", "person.merge_self");
  const locked = await lockPersons(tx, orgId, [survivorId, mergedId]);
  const [survivor, merged] = [locked.find(({ id }) => id === survivorId), locked.find(({ id }) => id === mergedId)];
  if (!survivor || !merged) throw new Refusal("not_found", "person.not_found");
  if (survivor.mergedInto || merged.mergedInto) throw new Refusal("conflict", "person.already_merged");
  return { survivor, merged };
}

/** Copies what the merged record has and the survivor lacks, each copy marked with the merge. */
async function copyFacts(session: Session, tx: Tx, survivorId: string, mergedId: string, mergeId: string): Promise<void> {
  const { actor: { orgId }, keys } = session;
  const contacts = await contactsOf(tx, orgId, [survivorId, mergedId]);
  const identifiers = await identifiersOf(tx, orgId, [survivorId, mergedId]);
  const [haveValues, haveBlinds] = [new Set(contacts.filter(own).map(({ value }) => value)), new Set(identifiers.filter(own).map(keyOf))];
  function own({ personId }: { personId: string }) { return personId === survivorId; }
  function keyOf({ system, blind }: { system: string; blind: Buffer }) { return `${system} ${blind.toString("hex")}`; }
  const facts = await currentFacts(tx, orgId, mergedId);
  const copies = {
    ...facts,
    contacts: rankedAfter(contacts.filter(own), contacts.filter((contact) => !own(contact) && contact.untilOn === null && !haveValues.has(contact.value))),
    identifiers: identifiers.filter((identifier) => !own(identifier) && !haveBlinds.has(keyOf(identifier)))
      .map(({ id, system, sealed, fault }) => ({ system, fault, value: keys.open(sealed, identifierCell(id)) })),
  } as unknown as NewPerson;
  await addFacts(session, tx, [{ personId: survivorId, facts: copies }], { source: "merge", sourceId: mergeId });
}

/** Writes the new values of a merge to the survivor's own row; the version goes up in any case. */
async function writeFields(tx: Tx, orgId: string, survivorId: string, before: Rewritten): Promise<void> {
  const fields = Object.fromEntries(Object.entries(before).map(([field, { after }]) => [field, after])) as Partial<PersonFields>;
  await updatePerson(tx, orgId, survivorId, withPinyin(fields));
}

/** A name never changes without its pinyin. */
export function withPinyin<F extends { name?: string | undefined }>(fields: F): F & { namePinyin?: string } {
  return fields.name === undefined ? fields : { ...fields, namePinyin: pinyinOf(fields.name) };
}
