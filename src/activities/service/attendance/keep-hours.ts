import { proposeHours, withdrawProposed } from "#hours/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { CAME } from "../../model/terms.ts";
import type { Registration } from "../../store/registrations.ts";
import type { Planned } from "../ground.ts";

/** Stands in the record, which is kept in Chinese. */
const WAS_NOT_THERE = "签到记录已经更正：没有到场";

/**
 * Volunteers who were there have their hours proposed, for as long as the session was to take; whoever confirms them corrects that. Who
 * turns out not to have been there has them withdrawn. In the transaction of the mark.
 *
 * @param marked those whose marks have just changed, as they stand now
 */
export async function keepHours(session: Session, tx: Tx, { occasion, series }: Planned, marked: readonly Registration[]): Promise<void> {
  const volunteers = marked.filter(({ role, personId, repeats }) => role === "volunteer" && personId !== null && repeats === null);
  const there = volunteers.filter(({ attended }) => attended !== null && CAME.includes(attended));
  await proposeHours(session, tx, there.map(({ id, personId }) => ({
    personId: personId!, source: { kind: "activity", id }, happenedOn: occasion.onDay, time: { minutes: occasion.untilMinute - occasion.fromMinute }, title: series.name, place: occasion.placeWords,
  })));
  await withdrawProposed(session, tx, { kind: "activity", ids: volunteers.filter((one) => !there.includes(one)).map(({ id }) => id) }, WAS_NOT_THERE);
}
