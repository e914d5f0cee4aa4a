import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideTalk } from "../../model/pair-life.ts";
import { readPairs } from "../../store/pairs.ts";
import { insertTalk } from "../../store/pair-life.ts";

const Words = z.string().trim().min(1, "matching.talk_words_missing").max(4000);

/** A supervision talk with what was agreed, or what one side says of the pair in its own words. */
export const PairTalk = z.discriminatedUnion("talk", [
  z.object({ talk: z.literal("supervision"), heldOn: z.iso.date(), nextOn: z.iso.date().nullable().default(null), words: Words }),
  z.object({ talk: z.literal("appraisal"), heldOn: z.iso.date(), side: z.enum(["resident", "helper"]), words: Words }),
]);
export type PairTalk = z.input<typeof PairTalk>;

/** Notes a supervision talk (督导谈话) or an appraisal (评估) by one side. For staff; neither friend reads what the other said. */
export async function noteTalk(session: Session, { pairId, ...input }: { pairId: string } & PairTalk): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.note_talk", { pairId, ...input }, async (tx) => {
    const talk = PairTalk.parse(input);
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    if (!pair) throw new Refusal("not_found", "matching.pair_not_found");
    const decision = decideTalk(pair, talk.heldOn, today);
    if (!decision.allowed) throw new Refusal("conflict", `matching.pair_${decision.reason}`);
    const nextOn = talk.talk === "supervision" ? talk.nextOn : null;
    if (nextOn !== null && nextOn <= talk.heldOn) throw new Refusal("invalid_input", "matching.talk_next_too_early", { fields: [{ field: "nextOn", reason: "matching.talk_next_too_early" }] });
    const id = await insertTalk(tx, actor.orgId, {
      pairId, kind: talk.talk, side: talk.talk === "appraisal" ? talk.side : null, heldOn: talk.heldOn, nextOn, words: talk.words, byAccount: actor.accountId, byName: actor.name, at: now.toISOString(),
    });
    await recordAudit(tx, actor, { action: `pair.${talk.talk}`, subjectKind: "pair", subjectId: pairId, details: { heldOn: talk.heldOn } });
    return { id };
  });
}
