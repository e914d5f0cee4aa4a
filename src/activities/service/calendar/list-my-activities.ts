import { addDays } from "#kernel/calendar.ts";
import { identitiesOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { listNotices, type Notice, readNotices } from "#platform/notify/notices.ts";
import { closedFor } from "../../model/opening.ts";
import { OWN } from "../../model/policy.ts";
import { LIVE, type Role, type Status } from "../../model/terms.ts";
import { listOccasionRows } from "../../store/list-occasions.ts";
import { selectOccasions } from "../../store/occasions.ts";
import { registrationsOfPersons } from "../../store/registrations.ts";
import { passOf } from "../registration/passes.ts";
import { selectSeries } from "../../store/series.ts";
import { nameOccasions, type NamedOccasion } from "./name-occasions.ts";

export const MY_ACTIVITIES = "/my-activities";
const SHOWN_BACK_DAYS = 14;

export interface Mine { readonly registrationId: string; readonly pass: string; readonly role: Role; readonly status: Status; readonly came: boolean; readonly occasion: NamedOccasion }

/** What the person of this account signed up for, what they could still sign up for, and what they were told. Looking puts the news away. */
export async function listMyActivities(session: Session): Promise<{ mine: readonly Mine[]; open: readonly NamedOccasion[]; news: readonly Notice[]; personId: string | null }> {
  const { actor, today, now, keys } = session;
  requireCapability(actor, OWN);
  const shown = await session.read(async (tx) => {
    const records = actor.personId === null ? [] : (await identitiesOf(tx, actor.orgId, [actor.personId])).get(actor.personId) ?? [];
    const rows = (await registrationsOfPersons(tx, actor.orgId, records)).filter(({ repeats }) => repeats === null);
    const occasions = (await selectOccasions(tx, actor.orgId, rows.map(({ sessionId }) => sessionId))).filter(({ onDay }) => onDay >= addDays(today, -SHOWN_BACK_DAYS));
    const named = new Map((await nameOccasions(session, tx, occasions)).map((one) => [one.id, one]));
    const mine = rows.flatMap((row) => {
      const occasion = named.get(row.sessionId);
      return occasion && (LIVE.includes(row.status) || row.attended !== null) ? [{ registrationId: row.id, pass: passOf(keys, row.id), role: row.role, status: row.status, came: row.attended === "present" || row.attended === "late" || row.attended === "walk_in", occasion }] : [];
    }).sort((a, b) => (a.occasion.onDay < b.occasion.onDay ? -1 : 1));
    const taken = new Set(mine.filter(({ status }) => LIVE.includes(status)).map(({ occasion }) => occasion.id));
    const { rows: coming } = await listOccasionRows(tx, actor.orgId, { from: today, openTo: ["account", "public"], standing: true }, { after: null, limit: 30 });
    const series = await selectSeries(tx, actor.orgId, coming.map(({ seriesId }) => seriesId));
    const open = coming.filter((one) => !taken.has(one.id) && closedFor("account", one, series.get(one.seriesId)!, now) === null);
    const news = (await listNotices(tx, actor)).filter(({ link }) => link === MY_ACTIVITIES);
    return { mine, open: await nameOccasions(session, tx, open), news, personId: actor.personId };
  });
  if (shown.news.length > 0) await session.write("activities.put_news_away", { at: now.toISOString() }, async (tx) => { await readNotices(tx, actor, MY_ACTIVITIES, now); return null; });
  return shown;
}
