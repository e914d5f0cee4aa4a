import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { expectVersion } from "#platform/db/version.ts";
import type { Session } from "#platform/db/session.ts";
import { daysOf } from "../../model/planning/recurrence.ts";
import { matchFollowing } from "../../model/planning/this-and-following.ts";
import { MANAGE } from "../../model/policy.ts";
import { NewSeries } from "../../model/series.ts";
import { insertOccasionEvent, insertOccasions, lockOccasions, occasionsOfSeries, selectOccasions, updateOccasion } from "../../store/occasions.ts";
import { insertSeries, lockSeries, selectSeries, updateRule } from "../../store/series.ts";
import { byOf, readOccasion, settle } from "../ground.ts";
import { callOff } from "./cancel-session.ts";
import { tellOfMove, wasOf } from "./change-session.ts";
import { checkSetting } from "./create-series.ts";

export const FollowingChange = z.object({ sessionId: z.uuid(), plan: NewSeries, reason: z.string().trim().min(1, { error: "activities.say_why" }).max(300), version: z.number().int() });
export type FollowingChange = z.input<typeof FollowingChange>;

/**
 * Changes this session and the following: a new series takes them over. Sessions go to the nearest day of the new plan with everybody who is
 * signed up; those that have no day any more are called off with the reason.
 */
export async function changeFollowing(session: Session, input: FollowingChange): Promise<{ seriesId: string; kept: number; added: number; dropped: number }> {
  const { actor, today } = session;
  requireCapability(actor, MANAGE);
  const { sessionId, plan, reason, version } = FollowingChange.parse(input);
  const days = daysOf(plan.startsOn, plan.rule);
  if (days[0]! < today) throw new Refusal("invalid_input", "activities.day_is_past", { fields: [{ field: "startsOn", reason: "activities.day_is_past" }] });
  return session.write("activities.change_following", input, async (tx) => {
    const { orgId } = actor;
    const { occasion: from } = await readOccasion(tx, orgId, sessionId);
    const old = (await lockSeries(tx, orgId, from.seriesId))!;
    expectVersion(old, { version }, []);
    await checkSetting(tx, orgId, plan);
    const later = (await occasionsOfSeries(tx, orgId, old.id, from.recursOn)).filter(({ onDay }) => onDay >= today);
    const held = (await lockOccasions(tx, orgId, later.map(({ id }) => id))).filter(({ cancelled }) => !cancelled);
    const { kept, added, dropped } = matchFollowing(held, days);
    const by = byOf(session);
    const seriesId = await insertSeries(tx, orgId, { ...plan, continuesId: old.id, createdBy: by.byAccount, createdByName: by.byName, createdAt: by.at });
    await updateRule(tx, orgId, old.id, endBefore(old.rule, from.recursOn));

    const { fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions } = plan;
    for (const { id, day } of kept) {
      await updateOccasion(tx, orgId, id, { seriesId, recursOn: day, onDay: day, fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions });
      await insertOccasionEvent(tx, orgId, id, { kind: "regrouped", reason, was: wasOf(held.find((one) => one.id === id)!), ...by });
    }
    await insertOccasions(tx, orgId, seriesId, added, plan);
    for (const id of dropped) await callOff(session, tx, held.find((one) => one.id === id)!, reason);

    const series = (await selectSeries(tx, orgId, [seriesId])).get(seriesId)!;
    for (const after of await selectOccasions(tx, orgId, kept.map(({ id }) => id))) {
      await tellOfMove(session, tx, held.find(({ id }) => id === after.id)!, after);
      await settle(session, tx, { occasion: after, series });
    }
    await recordAudit(tx, actor, { action: "activity.replanned", subjectKind: "activity", subjectId: seriesId, details: { continues: old.id, kept: kept.length, added: added.length, dropped: dropped.length, reason } });
    return { seriesId, kept: kept.length, added: added.length, dropped: dropped.length };
  });
}

/** The same rule, ending the day before; a single occasion has none to end. */
function endBefore(rule: string, day: string): string {
  if (rule === "") return rule;
  const open = rule.split(";").filter((part) => !/^(UNTIL|COUNT)=/.test(part)).join(";");
  return `${open};UNTIL=${addDays(day, -1).replaceAll("-", "")}`;
}
