import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { insertTeamEvent, teamEventsOf } from "../../store/closings.ts";
import { lockTeam } from "../../store/teams.ts";
import { byOf, openTeam, requireWork } from "../ground.ts";

/** Lets a closed team begin again from today: its members are there as before, and the time between stays written down as closed. */
export async function reopenTeam(session: Session, teamId: string, { words }: { words: string }): Promise<{ id: string }> {
  requireWork(session);
  const { actor, today } = session;
  return session.write("teams.reopen", { teamId, words }, async (tx) => {
    await lockTeam(tx, actor.orgId, teamId);
    const { team } = await openTeam(session, tx, teamId);
    if (!team.closed) throw new Refusal("conflict", "teams.not_closed");
    const events = await teamEventsOf(tx, actor.orgId, teamId);
    await insertTeamEvent(tx, actor.orgId, { teamId, number: events.length + 1, kind: "reopened", reason: null, words, onDay: today, ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.reopened", subjectKind: "team", subjectId: teamId, details: {} });
    return { id: teamId };
  });
}
