import { randomUUID } from "node:crypto";
import { addDays } from "#kernel/calendar.ts";
import { requireCase } from "#casework/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { FIRST_FOLLOW_DAYS } from "../model/job.ts";
import { insertJob } from "../store/jobs.ts";
import { listOpenings, lockOpening } from "../store/places.ts";
import { fault, requirePerson } from "./near.ts";

/** A job begins in a free seat of an opening; whoever writes it down is its coach. */
export async function beginJob(session: Session, input: { personId: string; openingId: string; caseId: string | null; begunOn: string }): Promise<{ id: string }> {
  const { actor, now, today } = session;
  if (input.begunOn > today) throw fault("begunOn", "employment.in_future");
  return session.write("employment.begin", input, async (tx) => {
    const { card } = await requirePerson(session, tx, input.personId);
    if (input.caseId !== null && (await requireCase(session, tx, input.caseId, "record")).survivorId !== card.id) throw new Refusal("not_found", "employment.person_not_found");
    await lockOpening(tx, actor.orgId, input.openingId);
    const [opening] = await listOpenings(tx, actor.orgId, { id: input.openingId });
    if (!opening) throw fault("openingId", "employment.opening_not_found");
    if (opening.freeSeats <= 0) throw new Refusal("conflict", "employment.no_seat");
    const id = randomUUID();
    await insertJob(tx, actor.orgId, {
      id, personId: card.id, caseId: input.caseId, placeId: opening.placeId, openingId: opening.id, title: opening.title, begunOn: input.begunOn, coachId: actor.accountId,
      pausedOn: null, endedOn: null, followOn: addDays(input.begunOn, FIRST_FOLLOW_DAYS), byName: actor.name, at: now.toISOString(),
    });
    await recordAudit(tx, actor, [{ action: "job.begun", subjectKind: "job", subjectId: id, details: { placeId: opening.placeId, openingId: opening.id } }, { action: "person.job_begun", subjectKind: "person", subjectId: card.id, details: { jobId: id } }]);
    return { id };
  });
}
