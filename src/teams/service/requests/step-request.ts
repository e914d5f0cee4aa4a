import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordEncounterIn, SentEncounter } from "#encounters/index.ts";
import { proposeHours } from "#hours/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { RequestStep } from "../../model/forms.ts";
import { decideRequest } from "../../model/request.ts";
import { SERVICE_WORDS } from "../../model/service-words.ts";
import { findRequest, insertRequestEvent, type RequestRow } from "../../store/requests.ts";
import { requireServing } from "../fitness-of.ts";
import { byOf, changeTeam, type Elder, type Member, type OpenedTeam } from "../ground.ts";

/** Takes a request, hands it back, says it is done, calls it off: for oneself, or entered for a member by whoever runs the team. */
export async function stepRequest(session: Session, requestId: string, step: RequestStep): Promise<{ teamId: string }> {
  const { actor } = session;
  return session.write("teams.step_request", { requestId, ...step }, async (tx) => {
    const asked = await findRequest(tx, actor.orgId, requestId);
    if (!asked) throw new Refusal("not_found", "teams.request_not_found");
    const opened = await changeTeam(session, tx, asked.teamId);
    // Read again: of two who tap at once the second sees what the first did.
    const request = (await findRequest(tx, actor.orgId, requestId))!;
    const elder = opened.elders.find(({ id }) => id === request.elderId);
    if (!elder || (!elder.agrees && step.kind !== "called_off")) throw new Refusal(opened.staff ? "conflict" : "not_found", opened.staff ? "teams.consent_first" : "teams.request_not_found");
    const forMember = step.kind === "called_off" ? null : step.memberId ?? opened.by.memberId;
    const decision = decideRequest(step, request, forMember, opened.by);
    if (!decision.allowed) throw new Refusal("conflict", `teams.${decision.reason}`);
    const member = opened.members.find(({ id }) => id === forMember);
    if (forMember !== null && !member) throw new Refusal("not_found", "teams.member_not_found");
    if (step.kind === "taken") await requireServing(session, tx, opened.members, [{ memberId: forMember!, onDay: session.today }]);
    const encounterId = step.kind === "done" ? await becomeService(session, tx, opened, { request, step, elder, member: member! }) : null;
    const words = step.kind === "called_off" ? step.words : "";
    await insertRequestEvent(tx, actor.orgId, { requestId, number: request.events + 1, kind: step.kind, memberId: forMember, words, encounterId, ...byOf(session) });
    await recordAudit(tx, actor, { action: `team.request_${step.kind}`, subjectKind: "person", subjectId: elder.personId, details: { teamId: asked.teamId, requestId, memberId: forMember } });
    return { teamId: asked.teamId };
  });
}

/** The meeting as one service record, and the member's hours proposed from it; what was said stands there and is not shown to the team again. */
async function becomeService(session: Session, tx: Tx, { team }: OpenedTeam, { request, step, elder, member }: { request: RequestRow; step: RequestStep; elder: Elder; member: Member }): Promise<string> {
  const happenedOn = step.happenedOn ?? session.today;
  const { content, mode, place, topics } = SERVICE_WORDS.kinds[request.kind];
  const id = randomUUID();
  await recordEncounterIn(session, tx, SentEncounter.parse({
    id, basis: 0, sendKey: `team-${id}`,
    entry: { happenedOn, minutes: step.minutes, mode, topics, seen: step.words, placeWords: "", people: [{ personId: elder.personId, role: "client" }, { personId: member.personId, role: "volunteer" }] },
  }));
  await proposeHours(session, tx, [{ personId: member.personId, source: { kind: "visit", id }, happenedOn, time: { minutes: step.minutes! }, title: team.name, recipient: SERVICE_WORDS.recipient, content, place, managerName: team.workerName }]);
  return id;
}
