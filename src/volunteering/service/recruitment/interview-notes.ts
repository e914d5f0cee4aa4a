import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { type Note, NoteForm, readableNotes } from "../../model/recruitment/interview.ts";
import { versionOn } from "../../model/pathway/requirement.ts";
import { selectPolicies } from "../../store/policies.ts";
import { insertNote, type Interview, selectInterviews, selectNotes } from "../../store/recruitment.ts";
import { found, holdVolunteer, readProgramme, readVolunteer } from "../ground.ts";
import { addFacts, standingOf } from "../standing.ts";

/** One interview as its reader may see it. */
export interface InterviewFile {
  readonly interview: Interview;
  readonly name: string;
  readonly programmeId: string;
  readonly programmeName: string;
  /** Every readable note, earlier ones of the same writer too. */
  readonly notes: readonly Note[];
  /** Some are there that wait until the reader has written their own. */
  readonly hidden: boolean;
  readonly mayWrite: boolean;
}

/** Opens an interview with the notes its reader may see; the reading is written down. */
export async function showInterview(session: Session, interviewId: string): Promise<InterviewFile> {
  const { actor } = session;
  requireCapability(actor, "volunteers.read");
  return session.write("volunteering.show-interview", null, async (tx) => {
    const { interview, wasThere, decides } = await interviewFor(session, tx, interviewId);
    const volunteer = await readVolunteer(tx, actor, interview.volunteerId);
    const card = (await personCards(tx, actor.orgId, [volunteer.personId])).get(volunteer.personId);
    const all = await selectNotes(tx, actor.orgId, interviewId);
    const notes = readableNotes(all, interview.interviewers.map(({ accountId }) => accountId), { accountId: actor.accountId, decides });
    await recordAudit(tx, actor, { action: "interview.read", subjectKind: "volunteer", subjectId: interview.volunteerId, details: { notes: notes.length } });
    return {
      interview, notes, hidden: wasThere && notes.length < all.length, mayWrite: wasThere && interview.off === null,
      name: card?.preferredName ?? card?.name ?? "", programmeId: volunteer.programmeId, programmeName: (await readProgramme(tx, actor, volunteer.programmeId)).name,
    };
  });
}

export const NewNote = NoteForm.and(z.object({ interviewId: z.uuid() }));

/** Writes an interviewer's note; a later one of theirs counts instead. Once everybody who was there has written, the interview stands as held. */
export async function writeNote(session: Session, { interviewId, impression, words }: z.output<typeof NewNote>): Promise<{ number: number }> {
  const { actor, now, today } = session;
  requireCapability(actor, "volunteers.read");
  return session.write("volunteering.write-note", { interviewId, impression, words }, async (tx) => {
    const { interview: { volunteerId } } = await interviewFor(session, tx, interviewId);
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const { interview, wasThere } = await interviewFor(session, tx, interviewId);
    if (!wasThere) throw new Refusal("forbidden", "volunteering.not_an_interviewer");
    if (interview.off !== null) throw new Refusal("conflict", "volunteering.interview_off_already");
    if (interview.onDay > today) throw new Refusal("conflict", "volunteering.interview_not_yet");
    const earlier = await selectNotes(tx, actor.orgId, interviewId);
    const number = earlier.filter(({ accountId }) => accountId === actor.accountId).length + 1;
    await insertNote(tx, actor.orgId, { interviewId, accountId: actor.accountId, number, impression, words, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "interview.noted", subjectKind: "volunteer", subjectId: volunteerId, details: { number } });
    const wrote = new Set([...earlier.map(({ accountId }) => accountId), actor.accountId]);
    if (interview.interviewers.every(({ accountId }) => wrote.has(accountId))) await standAsHeld(session, tx, volunteer, interview);
    return { number };
  });
}

/** The interview counts as evidence where the policy asks for one and it is not met yet. */
async function standAsHeld(session: Session, tx: Tx, volunteer: Parameters<typeof addFacts>[2], { id, onDay }: Interview): Promise<void> {
  const { actor, today } = session;
  const asked = versionOn(await selectPolicies(tx, actor.orgId, volunteer.programmeId), today)?.requirements.find(({ kind }) => kind === "interview");
  const state = asked && (await standingOf(tx, actor.orgId, volunteer, today)).requirements.find(({ key }) => key === asked.key)?.state;
  if (!asked || state === "met") return;
  await addFacts(session, tx, volunteer, [{ kind: "evidence", requirement: asked.key, on: onDay, quantity: 1, result: "met", reference: `interview:${id}` }]);
}

/** An interview for its interviewers and for who decides; to everybody else there is none. */
async function interviewFor({ actor }: Session, tx: Tx, interviewId: string): Promise<{ interview: Interview; wasThere: boolean; decides: boolean }> {
  const interview = found((await selectInterviews(tx, actor.orgId, { id: interviewId }))[0], "volunteering.interview_not_found");
  const wasThere = interview.interviewers.some(({ accountId }) => accountId === actor.accountId);
  const decides = actor.capabilities.has("volunteers.manage");
  found(wasThere || decides ? interview : undefined, "volunteering.interview_not_found");
  return { interview, wasThere, decides };
}
