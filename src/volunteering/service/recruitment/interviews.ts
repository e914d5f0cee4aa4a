import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { listColleagues, type Colleague } from "#identity/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { sendNotices } from "#platform/notify/notices.ts";
import { InterviewForm, OFF_REASONS } from "../../model/recruitment/interview.ts";
import { insertInterview, insertOff, selectInterviews } from "../../store/recruitment.ts";
import { found, holdVolunteer } from "../ground.ts";
import { standingOf } from "../standing.ts";
import { postApplication } from "./post-application.ts";

/** Whom an interview can be given to: colleagues who may read volunteers' files. */
export function listInterviewers(session: Session): Promise<Colleague[]> {
  requireCapability(session.actor, "volunteers.manage");
  return listColleagues(session, { capability: "volunteers.read" });
}

export const NewInterview = InterviewForm.and(z.object({ volunteerId: z.uuid() }));

/** Agrees a meeting with an applicant (约面谈); they and the interviewers are told. */
export async function agreeInterview(session: Session, { volunteerId, ...form }: z.output<typeof NewInterview>): Promise<{ interviewId: string }> {
  const { actor, today, now } = session;
  const known = new Map((await listInterviewers(session)).map(({ accountId, name }) => [accountId, name]));
  const interviewers = [...new Set(form.interviewers)].map((accountId) => ({ accountId, name: known.get(accountId) ?? "" }));
  if (interviewers.some(({ name }) => name === "")) throw atField("interviewers", "volunteering.interviewer_unknown");
  if (form.onDay < today) throw atField("onDay", "volunteering.interview_in_past");
  const id = randomUUID();
  return session.write("volunteering.agree-interview", { volunteerId, form }, async (tx) => {
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const { status } = await standingOf(tx, actor.orgId, volunteer, today);
    if (status === "removed") throw new Refusal("conflict", "volunteering.has_left");
    const { onDay, fromTime, place } = form;
    await insertInterview(tx, actor.orgId, { id, volunteerId, onDay, fromTime, place, interviewers, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await postApplication(tx, actor.orgId, { matter: "interview", volunteerId });
    await sendNotices(tx, actor.orgId, interviewers.map(({ accountId }) => accountId).filter((accountId) => accountId !== actor.accountId), { kind: "interview.named", link: `/interviews/${id}` });
    await recordAudit(tx, actor, { action: "interview.agreed", subjectKind: "volunteer", subjectId: volunteerId, details: { onDay } });
    return { interviewId: id };
  });
}

export const CallingOff = z.object({ interviewId: z.uuid(), reason: z.enum(OFF_REASONS) });

/** Calls a meeting off, or writes down that nobody came. Agreeing another moves it. */
export async function callOffInterview(session: Session, { interviewId, reason }: z.output<typeof CallingOff>): Promise<{ volunteerId: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.call-off-interview", { interviewId, reason }, async (tx) => {
    const [first] = await selectInterviews(tx, actor.orgId, { id: interviewId });
    const { volunteerId } = found(first, "volunteering.interview_not_found");
    await holdVolunteer(tx, actor, volunteerId);
    const [interview] = await selectInterviews(tx, actor.orgId, { id: interviewId });
    if (interview!.off !== null) throw new Refusal("conflict", "volunteering.interview_off_already");
    if (reason === "did_not_come" && interview!.onDay > today) throw atField("reason", "volunteering.interview_not_yet");
    await insertOff(tx, actor.orgId, { interviewId, reason, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    if (reason !== "did_not_come") await postApplication(tx, actor.orgId, { matter: "interview_off", volunteerId });
    await recordAudit(tx, actor, { action: "interview.called_off", subjectKind: "volunteer", subjectId: volunteerId, details: { reason } });
    return { volunteerId };
  });
}

function atField(field: string, reason: `volunteering.${string}`): Refusal {
  return new Refusal("invalid_input", reason, { fields: [{ field, reason }] });
}
