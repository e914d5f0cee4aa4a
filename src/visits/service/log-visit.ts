import { proposeHours } from "../../hours/index.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { readPairs } from "../../matching/index.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import { programmeNames } from "../../volunteering/index.ts";
import type { LogVisit } from "../model/log-form.ts";
import { SERVICE_WORDS } from "../model/service-words.ts";
import { decideLogVisit } from "../model/visit.ts";
import { findByDeviceKey, insertVisit } from "../store/visits.ts";
import { addConcern } from "./add-concern.ts";

/** Notes a meeting of two friends, with a concern if there is one, and proposes the friend's hours. Sent twice from one device, it counts once. */
export async function logVisit(session: Session, input: LogVisit): Promise<{ id: string; concernId: string | null }> {
  const { actor, now, today } = session;
  const staff = actor.capabilities.has("visits.read");
  if (!staff && !actor.capabilities.has("visits.own")) throw new Refusal("forbidden", "access.not_allowed");
  return session.write("visits.log", input, async (tx) => {
    const { pairId, deviceKey = null, concern, ...visit } = input;
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    // Whoever is not part of the pair must not learn that it exists.
    if (!pair || (!staff && pair.helperId !== actor.personId)) throw new Refusal("not_found", "visit.pair_not_found");
    const endedOn = pair.state === "ended" ? pair.sinceOn : null;
    const decision = decideLogVisit({ helperId: pair.helperId, beganOn: pair.beganOn, endedOn }, { personId: actor.personId, staff }, visit.happenedOn, today);
    if (!decision.allowed) throw new Refusal("conflict", `visit.${decision.reason}`);

    const id = await insertVisit(tx, actor.orgId, {
      pairId, residentId: pair.residentId, helperId: pair.helperId, ...visit, deviceKey, supersedes: null,
      loggedBy: actor.accountId, loggedByName: actor.name, loggedAt: now.toISOString(),
    });
    if (!id) return { id: (await findByDeviceKey(tx, actor.orgId, deviceKey!))!.id, concernId: null }; // this device had sent it before
    await recordAudit(tx, actor, { action: "visit.logged", subjectKind: "visit", subjectId: id, details: { pairId, happenedOn: visit.happenedOn, minutes: visit.minutes } });
    await proposeHours(session, tx, [{
      personId: pair.helperId, source: { kind: "visit", id }, happenedOn: visit.happenedOn, time: { minutes: visit.minutes }, title: (await programmeNames(tx, actor.orgId)).get(pair.programmeId) ?? SERVICE_WORDS.title,
      recipient: SERVICE_WORDS.recipient, ...SERVICE_WORDS.modes[visit.mode],
    }]);
    const concernId = concern ? await addConcern(session, tx, { pairId, visitId: id, aboutId: pair.residentId, ...concern }) : null;
    return { id, concernId };
  });
}
