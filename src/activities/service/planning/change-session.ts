import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { isDay } from "#kernel/calendar.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { expectVersion } from "#platform/db/version.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import { type Occasion, Setting } from "../../model/series.ts";
import { LIVE } from "../../model/terms.ts";
import { insertOccasionEvent, selectOccasions, updateOccasion } from "../../store/occasions.ts";
import { registrationsOf } from "../../store/registrations.ts";
import { byOf, holdOccasion, settle } from "../ground.ts";
import { postMatter, postReminder } from "../letters/post-letters.ts";
import { checkSetting } from "./create-series.ts";

export const SessionChange = Setting.extend({ sessionId: z.uuid(), onDay: z.string().refine(isDay), reason: z.string().trim().max(300).default(""), version: z.number().int() });
export type SessionChange = z.input<typeof SessionChange>;

/** Changes this one session: its day, hours, place, places. Those signed up keep their place and hear of it. */
export async function changeSession(session: Session, input: SessionChange): Promise<{ version: number }> {
  const { actor, today } = session;
  requireCapability(actor, MANAGE);
  const { sessionId, reason, version, ...change } = SessionChange.parse(input);
  return session.write("activities.change_session", input, async (tx) => {
    const { occasion, series } = await holdOccasion(tx, actor.orgId, sessionId);
    expectVersion(occasion, { ...change, version }, ["onDay", "fromMinute", "untilMinute", "placeWords", "participants", "volunteers", "companions"]);
    if (occasion.cancelled) throw new Refusal("conflict", "activities.session_cancelled");
    if (occasion.onDay < today || change.onDay < today) throw new Refusal("conflict", "activities.day_is_past", { fields: [{ field: "onDay", reason: "activities.day_is_past" }] });
    await checkSetting(tx, actor.orgId, change);
    await updateOccasion(tx, actor.orgId, sessionId, change);
    await insertOccasionEvent(tx, actor.orgId, sessionId, { kind: "moved", reason, was: wasOf(occasion), ...byOf(session) });
    const [changed] = await selectOccasions(tx, actor.orgId, [sessionId]);
    await tellOfMove(session, tx, occasion, changed!);
    await settle(session, tx, { occasion: changed!, series });
    await recordAudit(tx, actor, { action: "activity.session_changed", subjectKind: "activity_session", subjectId: sessionId, details: { before: wasOf(occasion), after: wasOf(changed!) } });
    return { version: changed!.version };
  });
}

/** Day, hours and place, as the history keeps them. */
export const wasOf = ({ onDay, fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions }: Occasion) => ({ onDay, fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions });

/** Tells those signed up that the day, the hour or the place is another, and reminds them anew. */
export async function tellOfMove({ actor: { orgId }, now }: Session, tx: Tx, before: Occasion, after: Occasion): Promise<void> {
  const same = before.onDay === after.onDay && before.fromMinute === after.fromMinute && before.placeId === after.placeId && before.placeWords === after.placeWords;
  if (same) return;
  const live = (await registrationsOf(tx, orgId, after.id)).filter(({ repeats, status }) => repeats === null && LIVE.includes(status));
  await postMatter(tx, orgId, "moved", after, live.map(({ id }) => id));
  await postReminder(tx, orgId, after, live.filter(({ status }) => status === "booked").map(({ id }) => id), now);
}
