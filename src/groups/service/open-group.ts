import { randomUUID } from "node:crypto";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewGroup } from "../model/forms.ts";
import { insertGroup } from "../store/groups.ts";
import { requireGroupWork } from "./near.ts";

/** Plans a group; whoever plans it leads it as its worker. */
export async function openGroup(session: Session, input: NewGroup): Promise<{ id: string }> {
  requireGroupWork(session);
  const { actor, now } = session;
  return session.write("groups.open", input, async (tx) => {
    const id = randomUUID();
    await insertGroup(tx, actor.orgId, { id, ...input, workerAccount: actor.accountId, workerName: actor.name, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "group.opened", subjectKind: "group", subjectId: id, details: { kind: input.kind } });
    return { id };
  });
}
