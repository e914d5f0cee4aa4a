import { Refusal } from "#kernel/refusal.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { daysOf } from "../../model/planning/recurrence.ts";
import { MANAGE } from "../../model/policy.ts";
import { NewSeries, type Setting } from "../../model/series.ts";
import { insertOccasions } from "../../store/occasions.ts";
import { insertSeries } from "../../store/series.ts";
import { byOf } from "../ground.ts";

/** Plans a series and puts its sessions into the calendar. */
export async function createSeries(session: Session, input: NewSeries): Promise<{ seriesId: string; sessionIds: string[] }> {
  const { actor } = session;
  requireCapability(actor, MANAGE);
  const plan = NewSeries.parse(input);
  const days = daysOf(plan.startsOn, plan.rule);
  return session.write("activities.create_series", input, async (tx) => {
    await checkSetting(tx, actor.orgId, plan);
    const { byAccount, byName, at } = byOf(session);
    const seriesId = await insertSeries(tx, actor.orgId, { ...plan, continuesId: null, createdBy: byAccount, createdByName: byName, createdAt: at });
    const sessionIds = await insertOccasions(tx, actor.orgId, seriesId, days, plan);
    await recordAudit(tx, actor, { action: "activity.planned", subjectKind: "activity", subjectId: seriesId, details: { sessions: days.length, rule: plan.rule } });
    return { seriesId, sessionIds };
  });
}

/** Hours in order, a place that exists, some place to take. */
export async function checkSetting(tx: Tx, orgId: string, { fromMinute, untilMinute, placeId, placeWords, participants, volunteers }: Setting): Promise<void> {
  const refuse = (field: string, reason: `activities.${string}`) => new Refusal("invalid_input", reason, { fields: [{ field, reason }] });
  if (fromMinute >= untilMinute) throw refuse("until", "activities.hours_backwards");
  if (participants + volunteers === 0) throw refuse("participants", "activities.no_places");
  if (placeId === null && placeWords === "") throw refuse("placeWords", "activities.no_place");
  if (placeId !== null && !(await unitNames(tx, orgId, [placeId])).has(placeId)) throw refuse("placeId", "activities.place_not_found");
}
