import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { fieldsToRestore } from "../../model/decide-merge.ts";
import type { PersonFields } from "../../model/person.ts";
import { deleteFactsOfSource } from "../../store/sources/facts-of-source.ts";
import { lockMerge, markUndone, moveMerged } from "../../store/sources/merges.ts";
import { lockPersons, updatePerson } from "../../store/persons/persons.ts";
import { withPinyin } from "./merge-persons.ts";
import { refreshCuts } from "../consents/refresh-cuts.ts";
import { reindexing } from "../persons/reindex-persons.ts";

/** Takes a merge back, in the caller's transaction: both records as they were, but for what somebody changed since. */
export async function undoMergeIn(session: Session, tx: Tx, mergeId: string): Promise<void> {
  const { actor } = session;
  requireCapability(actor, "people.write");
  const { orgId } = actor;
  const merge = await lockMerge(tx, orgId, mergeId);
  if (!merge) throw new Refusal("not_found", "person.merge_not_found");
  if (merge.undoneAt) throw new Refusal("conflict", "person.merge_already_undone");
  const { survivorId, mergedId, before, alsoMoved } = merge;
  const locked = await lockPersons(tx, orgId, [survivorId, mergedId]);
  const [survivor, merged] = [locked.find(({ id }) => id === survivorId)!, locked.find(({ id }) => id === mergedId)!];
  await reindexing(tx, orgId, [survivorId, mergedId], async () => {
    await deleteFactsOfSource(tx, orgId, mergeId, [survivorId]);
    await updatePerson(tx, orgId, survivorId, withPinyin(fieldsToRestore(survivor, before) as Partial<PersonFields>));
    await updatePerson(tx, orgId, mergedId, { mergedInto: null });
    if (merged.mergedInto) await moveMerged(tx, orgId, merged.mergedInto, mergedId, alsoMoved);
    await markUndone(tx, orgId, mergeId, actor.accountId);
  });
  await refreshCuts(session, tx, [survivorId, mergedId]);
  await recordAudit(tx, actor, [survivorId, mergedId].map((subjectId) => ({ action: "person.merge_undone", subjectKind: "person", subjectId, details: { mergeId } })));
}

/** Takes a merge back; for forms and the API. */
export async function undoMerge(session: Session, mergeId: string): Promise<void> {
  return session.write("people.undo-merge", mergeId, (tx) => undoMergeIn(session, tx, mergeId));
}
