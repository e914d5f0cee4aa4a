import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { unitNames } from "#places/index.ts";
import { compareRecords, type MergeLine } from "../../model/decide-merge.ts";
import { contactsOf } from "../../store/facts/records-of.ts";
import { roleEpisodesOf } from "../../store/facts/dated-facts.ts";
import { readPerson, type Person } from "../../store/persons/persons.ts";

export interface MergePreview {
  readonly survivor: Person;
  readonly merged: Person;
  /** Every field side by side, places by name. */
  readonly lines: readonly MergeLine[];
  /** What stays beside each other: nothing of it is lost. */
  readonly counts: Readonly<Record<"contacts" | "roles", readonly [survivor: number, merged: number]>>;
}

/** Shows what a merge would do before anybody does it. */
export async function previewMerge(session: Session, { survivorId, mergedId }: { survivorId: string; mergedId: string }): Promise<MergePreview> {
  const { actor: { orgId } } = session;
  requireCapability(session.actor, "people.write");
  if (survivorId === mergedId) throw new Refusal("invalid_input", "person.merge_self");
  return session.read(async (tx) => {
    const [survivor, merged] = [await readPerson(tx, orgId, survivorId), await readPerson(tx, orgId, mergedId)];
    if (!survivor || !merged) throw new Refusal("not_found", "person.not_found");
    if (survivor.mergedInto || merged.mergedInto) throw new Refusal("conflict", "person.already_merged");
    const lines = compareRecords(survivor, merged);
    const units = await unitNames(tx, orgId, lines.filter(({ field }) => field === "communityId" || field === "laneId").flatMap((line) => [line.survivor, line.merged]).filter((id) => id !== null));
    const named = (value: string | null) => (value === null ? null : units.get(value)?.name ?? value);
    const [contacts, roles] = [await contactsOf(tx, orgId, [survivorId, mergedId]), await roleEpisodesOf(tx, orgId, [survivorId, mergedId])];
    const count = (rows: readonly { personId: string }[]): [number, number] => [rows.filter((row) => row.personId === survivorId).length, rows.filter((row) => row.personId === mergedId).length];
    return { survivor, merged, lines: lines.map((line) => ({ ...line, survivor: named(line.survivor), merged: named(line.merged) })), counts: { contacts: count(contacts), roles: count(roles) } };
  });
}
