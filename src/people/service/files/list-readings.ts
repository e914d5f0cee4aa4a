import { requireCapability } from "#platform/access/can.ts";
import { listAudit, type AuditLine } from "#platform/audit/list.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { Refusal } from "#kernel/refusal.ts";

/** Who has opened or changed this file, newest first: everyone who may read a file may see who did. */
export async function listReadings(session: Session, personId: string, { after }: { after?: string | null } = {}): Promise<Page<AuditLine>> {
  const { actor } = session;
  requireCapability(actor, "people.read");
  return session.read(async (tx) => {
    if (!(await identitiesOf(tx, actor.orgId, [personId])).has(personId)) throw new Refusal("not_found", "person.not_found");
    return listAudit(tx, actor, { subjectKind: "person", subjectId: personId }, { after: after ?? null });
  });
}
