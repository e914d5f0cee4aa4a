import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideRefusal, RefusalForm } from "../../model/recruitment/refusal.ts";
import { MOVED_UP, WAITING } from "../../model/recruitment/waiting.ts";
import { selectProgramme } from "../../store/programmes.ts";
import { insertRefusal } from "../../store/recruitment.ts";
import { found, holdVolunteer, readProgramme } from "../ground.ts";
import { addFacts, standingOf } from "../standing.ts";
import { applicationOf } from "./application-of.ts";
import { placesOf } from "./places-of.ts";
import { postApplication } from "./post-application.ts";

export const Declining = RefusalForm.and(z.object({ volunteerId: z.uuid() }));
export type Declining = z.output<typeof Declining>;

/** Says no to an applicant (婉拒), with reasons that may be told and what else is possible. Their place goes to who waits. */
export async function declineApplicant(session: Session, { volunteerId, ...form }: Declining): Promise<{ factId: string }> {
  const { actor, today, now } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.decline-applicant", { volunteerId, form }, async (tx) => {
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const decision = decideRefusal(await standingOf(tx, actor.orgId, volunteer, today));
    if (!decision.allowed) throw new Refusal("conflict", `volunteering.${decision.reason}`);
    const { note, reasons, offers, otherProgramme, words } = form;
    if (otherProgramme !== null) found(otherProgramme === volunteer.programmeId ? undefined : await selectProgramme(tx, actor.orgId, otherProgramme), "volunteering.programme_not_found");
    const { key } = await applicationOf(session, tx, volunteer.programmeId);
    const { ids: [factId] } = await addFacts(session, tx, volunteer, [{ kind: "evidence", requirement: key, on: today, quantity: 1, result: "refused", reason: note }]);
    await insertRefusal(tx, actor.orgId, volunteerId, { factId: factId!, reasons, offers, otherProgramme, words, at: now.toISOString() });
    await postApplication(tx, actor.orgId, { matter: "refused", volunteerId });
    await recordAudit(tx, actor, { action: "volunteer.declined", subjectKind: "volunteer", subjectId: volunteerId, details: { reasons, offers } });
    return { factId: factId! };
  });
}

export const Reopening = z.object({ volunteerId: z.uuid(), reason: z.string().trim().max(1000, "volunteering.text_too_long").default("") });

/** Opens an application again (重新打开): with a place where one is free, else at the end of the waiting list. The no stays in the history. */
export async function reopenApplication(session: Session, { volunteerId, reason }: z.output<typeof Reopening>): Promise<{ waits: boolean }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.reopen-application", { volunteerId, reason }, async (tx) => {
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const { status, requirements } = await standingOf(tx, actor.orgId, volunteer, today);
    if (status === "removed") throw new Refusal("conflict", "volunteering.has_left");
    const { key } = await applicationOf(session, tx, volunteer.programmeId);
    const shut = requirements.some((one) => one.key === key && (one.state === "refused" || one.state === "withdrawn"));
    if (!shut) throw new Refusal("conflict", "volunteering.application_open");
    const programme = await readProgramme(tx, actor, volunteer.programmeId);
    const { left, waiting } = await placesOf(tx, actor.orgId, programme, today);
    const waits = left === 0 || waiting.length > 0;
    const base = { kind: "evidence" as const, requirement: key, on: today, quantity: 1, reason };
    await addFacts(session, tx, volunteer, [waits ? { ...base, result: "pending", reference: WAITING } : { ...base, result: "met", reference: MOVED_UP }]);
    await postApplication(tx, actor.orgId, { matter: "reopened", volunteerId });
    await recordAudit(tx, actor, { action: "volunteer.reopened", subjectKind: "volunteer", subjectId: volunteerId, details: { waits } });
    return { waits };
  });
}
