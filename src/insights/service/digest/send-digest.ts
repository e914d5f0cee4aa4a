import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { sendNotices } from "#platform/notify/notices.ts";
import { dueWeek, USUAL_RULE } from "../../model/digest/digest.ts";
import { currentRule, findDigest, insertDigest, wantsMail } from "../../store/digest/digests.ts";
import { countDigest, SUPERVISE } from "./count-digest.ts";

export const digestLink = (weekOn: string): string => `/digest/${weekOn}`;

/**
 * Makes the supervisor's digest of this week once its hour has come, and tells them, in one transaction: whoever is second, by another
 * server or after a crash, finds it there and does nothing.
 *
 * @param timeZone of the organisation, in which the hour is meant
 */
export async function sendDigest(session: Session, timeZone: string): Promise<boolean> {
  const { actor, now, today } = session;
  if (!actor.capabilities.has(SUPERVISE)) return false;
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(now));
  const weekOn = await session.read(async (tx) => {
    const due = dueWeek(await currentRule(tx, actor.orgId) ?? USUAL_RULE, today, hour);
    return due && !await findDigest(tx, actor.orgId, actor.accountId, due) ? due : null;
  });
  if (!weekOn) return false;
  const figures = await countDigest(session);
  return session.write("insights.send_digest", weekOn, async (tx) => {
    if (!await insertDigest(tx, actor.orgId, actor.accountId, { weekOn, figures, madeAt: now.toISOString() })) return false;
    await sendNotices(tx, actor.orgId, [actor.accountId], { kind: "digest", link: digestLink(weekOn), params: { ...figures.lines }, mail: await wantsMail(tx, actor.orgId, actor.accountId) });
    await recordAudit(tx, actor, { action: "digest.made", subjectKind: "digest", subjectId: weekOn, details: { ...figures.lines } });
    return true;
  });
}
