import { randomUUID } from "node:crypto";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewTeam } from "../model/forms.ts";
import { insertTeam } from "../store/teams.ts";
import { byOf, requireWork } from "./ground.ts";

/** Founds a team; the worker who does answers for it. */
export async function foundTeam(session: Session, input: NewTeam): Promise<{ id: string }> {
  requireWork(session);
  const { actor } = session;
  return session.write("teams.found", input, async (tx) => {
    const id = randomUUID();
    await insertTeam(tx, actor.orgId, { id, ...input, workerAccount: actor.accountId, workerName: actor.name, ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.founded", subjectKind: "team", subjectId: id, details: {} });
    return { id };
  });
}
