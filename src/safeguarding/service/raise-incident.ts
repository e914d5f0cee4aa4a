import { randomUUID } from "node:crypto";
import { ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { accountsWithCapability, listColleagues } from "#identity/index.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { sendNotices } from "#platform/notify/notices.ts";
import { OF_AGE, type Raised } from "../model/incident.ts";
import { instantOf } from "../model/local-time.ts";
import { insertEntry, insertIncident } from "../store/incidents.ts";
import { insertKnowing } from "../store/knowing.ts";

/**
 * Writes down that harm may have come to somebody. From then on it is there for who raised it and for the leads, but for nobody
 * it is said of; leads are told that something waits, not what.
 */
export async function raiseIncident(session: Session, personId: string, raised: Raised): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, "safeguarding.report");
  const colleagues = await listColleagues(session);
  return session.write("safeguarding.raise", { personId, ...raised }, async (tx) => {
    const card = (await personCards(tx, actor.orgId, [personId], { despite: "legal_duty" })).get(personId);
    if (!card || card.id === actor.personId) throw new Refusal("not_found", "safeguarding.person_not_found");
    if (raised.allegedAccount === actor.accountId) throw new Refusal("invalid_input", "safeguarding.said_of_oneself", { fields: [{ field: "allegedAccount", reason: "safeguarding.said_of_oneself" }] });
    const learntAt = instantOf(raised.learntAt, now);
    if (learntAt > now.toISOString() || (raised.happenedOn && raised.happenedOn > today)) throw new Refusal("invalid_input", "safeguarding.in_future");
    const young = card.birthOn !== null && ageOn(card.birthOn, today) < OF_AGE;
    const { severity, actedWords, learntAt: _typed, happenedOn = null, allegedAccount = null, ...facts } = raised;
    const id = randomUUID();
    const by = { byAccount: actor.accountId, byName: actor.name, at: now.toISOString() };
    await insertIncident(tx, actor.orgId, { ...facts, id, personId: card.id, standing: young ? "minor" : raised.standing, happenedOn, allegedAccount, learntAt, raisedBy: actor.accountId, raisedByName: actor.name, raisedAt: by.at });
    const none = { toWhom: null, toName: "", reference: "" };
    await insertEntry(tx, actor.orgId, id, { ...by, ...none, number: 1, kind: "raised", severity, doneAt: learntAt, words: "" });
    if (actedWords) await insertEntry(tx, actor.orgId, id, { ...by, ...none, number: 2, kind: "acted", severity: null, doneAt: by.at, words: actedWords });

    const leads = new Set(await accountsWithCapability(tx, actor.orgId, "safeguarding.lead"));
    const told = colleagues.filter(({ accountId, personId: own }) => (leads.has(accountId) || accountId === actor.accountId) && accountId !== allegedAccount && own !== card.id);
    await insertKnowing(tx, actor.orgId, id, told.map(({ accountId, name }, index) => ({ number: index + 1, accountId, accountName: name, change: "given", why: accountId === actor.accountId ? "raised" : "lead", byName: actor.name, at: by.at })));
    await sendNotices(tx, actor.orgId, told.filter(({ accountId }) => accountId !== actor.accountId).map(({ accountId }) => accountId), { kind: "safeguarding", link: `/safeguarding/${id}` });
    await recordAudit(tx, actor, { action: "incident.raised", subjectKind: "incident", subjectId: id, details: { leads: told.length } });
    return { id };
  });
}
