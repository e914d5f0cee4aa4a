import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { ElderStep } from "../../model/forms.ts";
import { insertElderEvent } from "../../store/belongings.ts";
import { insertRequestEvent, requestsOf } from "../../store/requests.ts";
import { byOf, changeTeam, requireWork } from "../ground.ts";

/** Stands in the record, which is kept in Chinese. */
const NO_LONGER = "不再由互助队照看";

/** Says anew what somebody needs, or that the team no longer looks after them: then what was asked for is called off. */
export async function stepElder(session: Session, teamId: string, { elderId, level, kinds, note, reason }: ElderStep): Promise<{ id: string }> {
  requireWork(session);
  const { actor, today } = session;
  return session.write("teams.step_elder", { teamId, elderId, level, kinds, note, reason }, async (tx) => {
    const elder = (await changeTeam(session, tx, teamId)).elders.find(({ id }) => id === elderId);
    if (!elder) throw new Refusal("not_found", "teams.elder_not_found");
    const ended = level === "ended";
    if (ended && reason === undefined) throw new Refusal("invalid_input", "teams.reason_missing", { fields: [{ field: "reason", reason: "teams.reason_missing" }] });
    const by = byOf(session);
    await insertElderEvent(tx, actor.orgId, { elderId, number: elder.events + 1, level, kinds: ended ? [] : kinds, note: ended ? "" : note, reason: ended ? reason! : null, onDay: today, ...by });
    const waiting = ended ? (await requestsOf(tx, actor.orgId, teamId, today, today)).filter((one) => one.elderId === elderId && (one.state === "open" || one.state === "taken")) : [];
    for (const { id, events } of waiting) await insertRequestEvent(tx, actor.orgId, { requestId: id, number: events + 1, kind: "called_off", memberId: null, words: NO_LONGER, encounterId: null, ...by });
    await recordAudit(tx, actor, { action: ended ? "team.elder_ended" : "team.elder_need", subjectKind: "person", subjectId: elder.personId, details: { teamId } });
    return { id: elderId };
  });
}
