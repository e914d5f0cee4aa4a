import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideClosing } from "../../model/closing.ts";
import type { TeamEnd } from "../../model/forms.ts";
import { insertTeamEvent, teamEventsOf } from "../../store/closings.ts";
import { lockTeam } from "../../store/teams.ts";
import { byOf, openTeam, requireWork } from "../ground.ts";
import { whatIsOpen } from "./what-is-open.ts";

/** Ends a team (结束小队) once nothing of it is open. Who belonged to it, what was done and hours stay as they are. */
export async function closeTeam(session: Session, teamId: string, { closedOn, reason, words }: TeamEnd): Promise<{ id: string }> {
  requireWork(session);
  const { actor, today } = session;
  return session.write("teams.close", { teamId, closedOn, reason, words }, async (tx) => {
    await lockTeam(tx, actor.orgId, teamId);
    const { team, elders } = await openTeam(session, tx, teamId);
    const events = await teamEventsOf(tx, actor.orgId, teamId);
    const { requests, turns } = await whatIsOpen(session, tx, teamId);
    const decision = decideClosing({ closedOn, reason, words }, { closed: team.closed, sinceOn: events.at(-1)?.onDay ?? team.begunOn }, { requests: requests.length, elders: elders.length, turns: turns.length }, today);
    if (!decision.allowed) throw new Refusal("conflict", `teams.${decision.reason}`);
    await insertTeamEvent(tx, actor.orgId, { teamId, number: events.length + 1, kind: "closed", reason, words, onDay: closedOn, ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.closed", subjectKind: "team", subjectId: teamId, details: { reason, closedOn } });
    return { id: teamId };
  });
}
