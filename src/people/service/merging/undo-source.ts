import type { Tx } from "#platform/db/connect.ts";
import { expectManyRows } from "#platform/db/many-rows.ts";
import type { Session } from "#platform/db/session.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { fieldsToRestore } from "../../model/decide-merge.ts";
import { tokensOf } from "../../model/search-tokens.ts";
import { blankAgain, completionsOf, deleteCompletions } from "../../store/sources/completions.ts";
import { deleteFactsOfSource, deletePersonsOfSource, personsCompletedBy, untouchedPersonsOf } from "../../store/sources/facts-of-source.ts";
import { mergesOfSource } from "../../store/sources/merges.ts";
import { lockPersons } from "../../store/persons/persons.ts";
import { namesAndNumbers } from "../../store/facts/records-of.ts";
import { removeTokenPairs } from "../../store/search-tokens.ts";
import { requireMayAdd } from "../persons/require-may.ts";
import { reindexing } from "../persons/reindex-persons.ts";
import { undoMergeIn } from "./undo-merge.ts";

export interface UndoneBatch {
  /** Persons who came from the source and are gone. */
  readonly removed: number;
  /** Persons who were here before and are as they were. */
  readonly restored: number;
  /** Persons who came from the source but stay: changed since, merged, or somebody's work refers to them. */
  readonly kept: readonly string[];
  /** Pass back as `after` for the next batch; null at the end. */
  readonly next: string | null;
}

/** Takes back a batch of what a source brought: first what it added to others, then the persons themselves. Call until `next` is null. */
export async function undoSource(session: Session, tx: Tx, sourceId: string, { after = null, limit = 1000 }: { after?: string | null; limit?: number } = {}): Promise<UndoneBatch> {
  requireMayAdd(session.actor);
  await expectManyRows(tx);
  const { orgId } = session.actor;
  const [phase, from] = after ? after.split(" ") as [string, string | undefined] : ["restore", undefined];
  if (phase === "restore") {
    if (!after) for (const mergeId of await mergesOfSource(tx, orgId, sourceId)) await undoMergeIn(session, tx, mergeId);
    const ids = await personsCompletedBy(tx, orgId, sourceId, from ?? null, limit);
    await restore(session, tx, sourceId, ids);
    return { removed: 0, restored: ids.length, kept: [], next: ids.length === limit ? `restore ${ids.at(-1)!}` : "remove" };
  }
  const persons = await untouchedPersonsOf(tx, orgId, sourceId, from ?? null, limit);
  const { removed, kept } = await remove(session, tx, sourceId, persons.filter(({ untouched }) => untouched).map(({ id }) => id));
  const touched = persons.filter(({ untouched }) => !untouched).map(({ id }) => id);
  return { removed, restored: 0, kept: [...touched, ...kept], next: persons.length === limit ? `remove ${persons.at(-1)!.id}` : null };
}

async function restore(session: Session, tx: Tx, sourceId: string, ids: readonly string[]): Promise<void> {
  const { orgId } = session.actor;
  if (ids.length === 0) return;
  const persons = new Map((await lockPersons(tx, orgId, ids)).map((person) => [person.id, person]));
  const completions = await completionsOf(tx, orgId, sourceId, ids);
  await reindexing(tx, orgId, ids, async () => {
    await blankAgain(tx, orgId, completions.map(({ personId, rewritten }) => ({ personId, fields: fieldsToRestore(persons.get(personId)!, rewritten) })));
    await deleteCompletions(tx, orgId, sourceId, ids);
    await deleteFactsOfSource(tx, orgId, sourceId, ids);
  });
  await recordAudit(tx, session.actor, ids.map((subjectId) => ({ action: "person.completion_undone", subjectKind: "person", subjectId, details: { sourceId } })));
}

/** Removes persons; a batch in which somebody is referred to is halved until those are found. */
async function remove(session: Session, tx: Tx, sourceId: string, ids: readonly string[]): Promise<{ removed: number; kept: string[] }> {
  if (ids.length === 0) return { removed: 0, kept: [] };
  const { orgId } = session.actor;
  const known = await namesAndNumbers(tx, orgId, ids);
  if (await deletePersonsOfSource(tx, orgId, sourceId, ids)) {
    await removeTokenPairs(tx, orgId, [...known].map(([personId, facts]) => ({ personId, tokens: tokensOf(facts) })));
    await recordAudit(tx, session.actor, { action: "persons.removed", subjectKind: "source", subjectId: sourceId, details: { persons: ids.length } });
    return { removed: ids.length, kept: [] };
  }
  if (ids.length === 1) return { removed: 0, kept: [...ids] };
  const middle = Math.ceil(ids.length / 2);
  const [first, second] = [await remove(session, tx, sourceId, ids.slice(0, middle)), await remove(session, tx, sourceId, ids.slice(middle))];
  return { removed: first.removed + second.removed, kept: [...first.kept, ...second.kept] };
}
