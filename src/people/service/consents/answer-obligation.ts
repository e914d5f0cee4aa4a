import { z } from "zod";
import { listColleagues } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { DUTY_ANSWERS } from "../../model/consents/duties.ts";
import { insertObligationAnswer, lockObligation, selectObligations } from "../../store/facts/obligations.ts";
import { requireMayRecord } from "../persons/require-may.ts";

export const AnswerObligation = z.object({
  obligationId: z.uuid(), answer: z.enum(DUTY_ANSWERS), words: z.string().trim().min(1).max(1000),
  /** The colleague it is handed to. */
  ownerId: z.uuid().optional(),
});
export type AnswerObligation = z.infer<typeof AnswerObligation>;

/** Notes what was done about a duty: done, not needed and why, handed to a colleague, or open again. What was noted stays. */
export async function answerObligation(session: Session, input: AnswerObligation): Promise<void> {
  const { actor, today } = session;
  requireMayRecord(actor);
  const colleague = input.answer === "handed_over" ? (await listColleagues(session, { capability: "people.write" })).find(({ accountId }) => accountId === input.ownerId) : undefined;
  if (input.answer === "handed_over" && !colleague) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "ownerId", reason: "person.duty_to_whom" }] });
  await session.write("people.answer-obligation", input, async (tx) => {
    await lockObligation(tx, actor.orgId, input.obligationId);
    const [held] = await selectObligations(tx, actor.orgId, { id: input.obligationId });
    if (!held) throw new Refusal("not_found", "person.duty_not_found");
    const last = held.answers.findLast(({ answer }) => answer !== "handed_over")?.answer;
    const settled = last === "done" || last === "not_needed";
    if (settled !== (input.answer === "reopened")) throw new Refusal("conflict", settled ? "person.duty_settled" : "person.duty_open");
    await insertObligationAnswer(tx, actor.orgId, {
      obligationId: held.id, answer: input.answer, words: input.words, doneOn: today, ownerId: colleague?.accountId ?? null, ownerName: colleague?.name ?? null, byAccount: actor.accountId, byName: actor.name,
    });
    await recordAudit(tx, actor, { action: `duty.${input.answer}`, subjectKind: "person", subjectId: held.personId, details: { purpose: held.purpose, duty: held.duty } });
    return null;
  });
}
