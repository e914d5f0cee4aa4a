import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { PersonRole } from "../../model/terms.ts";
import { endRoleEpisodes, roleEpisodesOf, type RoleEpisode } from "../../store/facts/dated-facts.ts";
import { insertRoles } from "../../store/facts/insert-facts.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { requireMayRecord } from "../persons/require-may.ts";
import { requirePersons } from "../persons/require-persons.ts";

export interface RoleStart { readonly personId: string; readonly role: PersonRole; readonly fromOn: string; readonly reason?: string | undefined; readonly sourceId?: string | null }
export interface RoleEnd { readonly personId: string; readonly role: PersonRole; readonly untilOn: string; readonly reason: string }

/** Begins roles; one that goes on already is left as it is. */
export async function startRoles(session: Session, tx: Tx, rows: readonly RoleStart[]): Promise<void> {
  const { actor } = session;
  requireMayRecord(actor);
  await requirePersons(tx, actor.orgId, rows.map(({ personId }) => personId));
  for (const [sourceId, group] of Map.groupBy(rows, (row) => row.sourceId ?? null)) {
    await insertRoles(tx, actor.orgId, group.map(({ personId, role, fromOn, reason }) => ({ personId, fact: { role, fromOn, reason } })), { sourceId });
  }
  await recordAudit(tx, actor, rows.map(({ personId, role, fromOn }) => ({ action: "person.role_started", subjectKind: "person", subjectId: personId, details: { role, fromOn } })));
}

/** Ends roles with a reason. */
export async function endRoles(session: Session, tx: Tx, rows: readonly RoleEnd[]): Promise<void> {
  const { actor } = session;
  requireMayRecord(actor);
  await endRoleEpisodes(tx, actor.orgId, rows);
  await recordAudit(tx, actor, rows.map(({ personId, role, untilOn, reason }) => ({ action: "person.role_ended", subjectKind: "person", subjectId: personId, details: { role, untilOn, reason } })));
}

/** Every role episode, earliest first, also those noted under records merged since. */
export async function rolesOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly RoleEpisode[]>> {
  const identities = await identitiesOf(tx, orgId, [...new Set(personIds)]);
  const byRecord = Map.groupBy(await roleEpisodesOf(tx, orgId, [...new Set([...identities.values()].flat())]), ({ personId }) => personId);
  return new Map([...identities].map(([asked, ids]) => [asked, ids.flatMap((id) => byRecord.get(id) ?? [])]));
}
