import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { sendNotices } from "#platform/notify/notices.ts";
import { neededFor } from "../model/change-of-side.ts";
import { askAgainOn, isOpen, stateOf, type NewInvitation } from "../model/invitation.ts";
import { pathOn } from "../model/path.ts";
import { heightOf } from "../model/steps.ts";
import { stepsOf } from "../store/days.ts";
import { eventsOf, insertInvitation, invitationsOf } from "../store/invitations.ts";
import { pathVersions } from "../store/paths.ts";
import { openClimber, standingOf } from "./side.ts";

/** Asks somebody whether they would take a step. Not while another question is open, not again too soon, and never a step more than one above. */
export async function invitePerson(session: Session, personId: string, input: NewInvitation): Promise<{ id: string }> {
  const { actor, today, now } = session;
  return session.write("pathways.invite", { personId, ...input }, async (tx) => {
    const opened = await openClimber(session, tx, personId);
    const { card } = opened;
    if (card.deceasedOn !== null) throw new Refusal("conflict", "pathways.person_not_found");
    const stands = (await stepsOf(tx, actor.orgId, [card.id], today)).get(card.id) ?? [];
    const height = Math.max(-1, ...stands.map(({ step }) => heightOf(step)));
    if (heightOf(input.step) <= height) throw new Refusal("conflict", "pathways.there_already");
    if (heightOf(input.step) > Math.max(height, heightOf("joined")) + 1) throw new Refusal("conflict", "pathways.one_step");
    const earlier = await invitationsOf(tx, actor.orgId, [card.id]);
    const events = await eventsOf(tx, actor.orgId, earlier.map(({ id }) => id));
    const known = earlier.map((row) => ({ ...row, events: events.get(row.id) ?? [] }));
    if (known.some((one) => isOpen(stateOf(one.events)))) throw new Refusal("conflict", "pathways.asked_already");
    const again = askAgainOn(known, input.step, pathOn(await pathVersions(tx, actor.orgId), today).content.askAgainDays);
    if (again !== null && today < again) throw new Refusal("conflict", "pathways.not_so_soon");
    const id = randomUUID();
    await insertInvitation(tx, actor.orgId, { id, personId: card.id, ...input, askedOn: today, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    const workers = neededFor(await standingOf(session, tx, opened)).flatMap(({ account }) => account ?? []).filter((account) => account !== actor.accountId);
    await sendNotices(tx, actor.orgId, workers, { kind: "pathways", link: `/pathways/people/${card.id}` });
    await recordAudit(tx, actor, { action: "pathway.invited", subjectKind: "person", subjectId: card.id, details: { step: input.step } });
    return { id };
  });
}
