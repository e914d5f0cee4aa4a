import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { readNotices } from "#platform/notify/notices.ts";
import { decideStep } from "../model/change-of-side.ts";
import type { InvitationStep } from "../model/invitation.ts";
import { insertEpisode } from "../store/episodes.ts";
import { eventsOf, findInvitation, insertEvent } from "../store/invitations.ts";
import { openClimber, standingOf } from "./side.ts";

/** Writes down what somebody answered, what those who must agree said, that it was taken back, or that the step begins. */
export async function stepInvitation(session: Session, invitationId: string, { kind, party, askAgainOn, words }: InvitationStep): Promise<{ personId: string }> {
  const { actor, today, now } = session;
  return session.write("pathways.step", { invitationId, kind, party, askAgainOn, words }, async (tx) => {
    const invitation = await findInvitation(tx, actor.orgId, invitationId);
    if (!invitation) throw new Refusal("not_found", "pathways.invitation_not_found");
    const opened = await openClimber(session, tx, invitation.personId);
    const events = (await eventsOf(tx, actor.orgId, [invitationId])).get(invitationId) ?? [];
    const standing = await standingOf(session, tx, opened);
    const decision = decideStep({ kind, party }, { step: invitation.step, invitedBy: invitation.byAccount, events, standing }, { account: actor.accountId, supervises: actor.capabilities.has("cases.supervise") });
    if (!decision.allowed) throw new Refusal("conflict", `pathways.${decision.reason}`);
    if ((kind === "refused" || kind === "withdrawn") && words === "") throw new Refusal("invalid_input", "pathways.words_missing", { fields: [{ field: "words", reason: "pathways.words_missing" }] });
    const by = { byAccount: actor.accountId, byName: actor.name, at: now.toISOString() };
    const spoken = kind === "agreed" || kind === "refused";
    const written = await insertEvent(tx, actor.orgId, invitationId, { ...by, number: events.length + 1, kind, party: spoken ? party! : null, askAgainOn: kind === "not_now" ? askAgainOn ?? null : null, words, onDay: today });
    if (!written) throw new Refusal("stale", "platform.changed_meanwhile");
    // Helping shows by itself once somebody helps; what nothing else writes down begins here.
    if (kind === "begun" && invitation.step !== "helping") await insertEpisode(tx, actor.orgId, { ...by, id: randomUUID(), personId: opened.card.id, step: invitation.step, what: invitation.what, fromOn: today });
    await readNotices(tx, actor, `/pathways/people/${opened.card.id}`, now);
    await recordAudit(tx, actor, { action: `pathway.${kind}`, subjectKind: "person", subjectId: opened.card.id, details: { step: invitation.step, ...(spoken && { party }) } });
    return { personId: opened.card.id };
  });
}
