import { randomUUID } from "node:crypto";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewRequest } from "../../model/forms.ts";
import { insertRequest } from "../../store/requests.ts";
import { byOf, changeTeam } from "../ground.ts";

/** How far ahead something may be asked for, in days. */
const AHEAD_DAYS = 60;

/** Writes down what somebody asks for, whoever they rang: any member or a worker. */
export async function askTeam(session: Session, teamId: string, input: NewRequest): Promise<{ id: string }> {
  const { actor, today } = session;
  return session.write("teams.ask", { teamId, ...input }, async (tx) => {
    const elder = (await changeTeam(session, tx, teamId)).elders.find(({ id, agrees }) => id === input.elderId && agrees);
    if (!elder) throw new Refusal("not_found", "teams.elder_not_found");
    if (input.wantedOn < today || input.wantedOn > addDays(today, AHEAD_DAYS)) throw new Refusal("invalid_input", "teams.day_out_of_range", { fields: [{ field: "wantedOn", reason: "teams.day_out_of_range" }] });
    if (input.kind === "other" && input.words === "") throw new Refusal("invalid_input", "teams.words_missing", { fields: [{ field: "words", reason: "teams.words_missing" }] });
    const id = randomUUID();
    await insertRequest(tx, actor.orgId, { id, teamId, ...input, ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.asked", subjectKind: "person", subjectId: elder.personId, details: { teamId, kind: input.kind } });
    return { id };
  });
}
