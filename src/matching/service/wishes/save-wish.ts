import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { lockWish, upsertWish } from "../../store/wishes.ts";

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** What a resident wishes for in a friend (想要怎样的老友). */
export const WishForm = z.object({
  programmeId: z.uuid(),
  personId: z.uuid(),
  wants: z.coerce.number().int().min(1).max(2).default(1),
  sexAsked: z.enum(["female", "male"]).nullable().default(null),
  languagesAsked: z.array(z.string().max(20)).max(10).default([]),
  skillsSought: z.array(z.string().max(20)).max(10).default([]),
  avoid: z.array(z.string().max(20)).max(10).default([]),
  words: z.string().max(1000).default(""),
  meetingPlace: z.string().max(200).default(""),
  safetyNote: z.string().max(1000).default(""),
  rhythmDays: z.coerce.number().int().min(1).max(90).default(7),
  hours: z.array(z.object({ weekday: z.number().int().min(1).max(7), from: Time, to: Time })).max(40).default([]),
  withdrawn: z.boolean().default(false),
});
export type WishForm = z.input<typeof WishForm>;

/** Writes down what a resident wishes for in a friend, or that they no longer wish for one. The wait counts from the first time. */
export async function saveWish(session: Session, input: WishForm): Promise<{ personId: string }> {
  const { actor, today } = session;
  if (!["matching.manage", "outreach.work"].some((capability) => actor.capabilities.has(capability))) throw new Refusal("forbidden", "access.not_allowed");
  return session.write("matching.save_wish", input, async (tx) => {
    const { hours, withdrawn, ...wish } = WishForm.parse(input);
    const card = (await personCards(tx, actor.orgId, [wish.personId])).get(wish.personId);
    if (!card) throw new Refusal("not_found", "matching.person_not_found");
    const earlier = await lockWish(tx, actor.orgId, wish.programmeId, card.id);
    await upsertWish(tx, actor.orgId, {
      ...wish, personId: card.id, waitingSinceOn: earlier?.waitingSinceOn ?? today, withdrawnOn: withdrawn ? today : null,
      hours: hours.map(({ weekday, from, to }) => ({ weekday, fromTime: from, toTime: to })),
    });
    await recordAudit(tx, actor, { action: withdrawn ? "wish.withdrawn" : "wish.saved", subjectKind: "person", subjectId: card.id });
    return { personId: card.id };
  });
}
