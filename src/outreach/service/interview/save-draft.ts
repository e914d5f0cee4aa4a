import { Refusal } from "#kernel/refusal.ts";
import { authorise, requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_MEMBER } from "../../model/policy.ts";
import { readKept } from "../../model/interview/read-draft.ts";
import type { InterviewDraft, Step, TypedPage } from "../../model/interview/steps.ts";
import { lockDraft, putDraft } from "../../store/interviews.ts";
import { findMember } from "../../store/members.ts";
import { draftCell, draftKey, type DraftOf } from "./draft-cell.ts";
import { findDraft } from "./find-draft.ts";

/** A draft may be this long, in characters. */
const MOST_CHARACTERS = 200_000;

/** Keeps one page of a conversation as it was typed, finished or not, sealed and for this worker only. Saving twice is saving once: the form needs no key. */
export async function saveDraft(session: Session, { step, page, ...of }: DraftOf & { step: Step; page: TypedPage }): Promise<InterviewDraft> {
  const { actor, keys } = session;
  requireCapability(actor, "outreach.work");
  const missing = new Refusal("not_found", "outreach.member_not_found");
  await session.write("outreach.save-draft", null, async (tx) => {
    const member = await findMember(tx, actor.orgId, of.roundId, of.personId);
    if (!member) throw missing;
    authorise(actor, WORK_ON_MEMBER, { orgId: actor.orgId, assignedTo: member.workerId === null ? [] : [member.workerId] }, missing);
    const kept = await lockDraft(tx, draftKey(session, of));
    const draft = { ...(kept ? readKept(keys.open(kept.sealed, draftCell(session, of))) : {}), [step]: page };
    const json = JSON.stringify(draft);
    if (json.length > MOST_CHARACTERS) throw new Refusal("too_large", "platform.too_large");
    await putDraft(tx, draftKey(session, of), keys.seal(json, draftCell(session, of)));
    return null;
  });
  return (await findDraft(session, of)).draft;
}
