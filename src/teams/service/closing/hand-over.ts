import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { HandOver } from "../../model/forms.ts";
import { insertElder, insertElderEvent } from "../../store/belongings.ts";
import { insertRequest, insertRequestEvent } from "../../store/requests.ts";
import { lockTeam } from "../../store/teams.ts";
import { byOf, changeTeam, type Elder, type OpenedTeam, requireWork } from "../ground.ts";
import { whatIsOpen } from "./what-is-open.ts";

/** Stands in the records of both teams, which are kept in Chinese. */
const handedTo = (name: string) => `交给${name}`;
const takenFrom = (name: string) => `由${name}转来`;

/** Hands somebody who is looked after on to another team, with what they need and what they asked for; the rows of this team stay as they were. */
export async function handOver(session: Session, teamId: string, { elderId, toTeam }: HandOver): Promise<{ id: string }> {
  requireWork(session);
  const { actor } = session;
  return session.write("teams.hand_over", { teamId, elderId, toTeam }, async (tx) => {
    if (toTeam === teamId) throw new Refusal("invalid_input", "teams.same_team");
    for (const id of [teamId, toTeam].toSorted()) await lockTeam(tx, actor.orgId, id);
    const [from, to] = [await changeTeam(session, tx, teamId), await changeTeam(session, tx, toTeam)];
    const elder = from.elders.find(({ id }) => id === elderId);
    if (!elder) throw new Refusal("not_found", "teams.elder_not_found");
    if (!elder.agrees) throw new Refusal("conflict", "teams.consent_first");
    if (to.members.some(({ personId }) => personId === elder.personId)) throw new Refusal("conflict", "teams.member_already");
    const there = to.elders.find(({ personId }) => personId === elder.personId)?.id ?? await takeOver(session, tx, { from, to, elder });
    const asked = (await whatIsOpen(session, tx, teamId)).requests.filter((one) => one.elderId === elderId);
    for (const { id, events, kind, words, wantedOn, wantedPart } of asked) {
      await insertRequestEvent(tx, actor.orgId, { requestId: id, number: events + 1, kind: "called_off", memberId: null, words: handedTo(to.team.name), encounterId: null, ...byOf(session) });
      await insertRequest(tx, actor.orgId, { id: randomUUID(), teamId: toTeam, elderId: there, kind, words, wantedOn, wantedPart, ...byOf(session) });
    }
    await insertElderEvent(tx, actor.orgId, { elderId, number: elder.events + 1, level: "ended", kinds: [], note: "", reason: "handed_on", onDay: session.today, ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.elder_handed_on", subjectKind: "person", subjectId: elder.personId, details: { teamId, toTeam, requests: asked.length } });
    return { id: there };
  });
}

async function takeOver(session: Session, tx: Tx, { from, to, elder }: { from: OpenedTeam; to: OpenedTeam; elder: Elder }): Promise<string> {
  const { actor: { orgId }, today } = session;
  const id = randomUUID();
  await insertElder(tx, orgId, { id, teamId: to.team.id, personId: elder.personId, fromOn: today, why: takenFrom(from.team.name), ...byOf(session) });
  await insertElderEvent(tx, orgId, { elderId: id, number: 1, level: elder.level, kinds: elder.kinds, note: elder.note, reason: null, onDay: today, ...byOf(session) });
  return id;
}
