import type { Session } from "#platform/db/session.ts";
import { CONFIRM, ISSUE } from "../../model/policy.ts";
import { selectOpenApplications } from "../../store/applications.ts";
import { countWaiting } from "../../store/entries.ts";

/** What waits for the actor's word: hours to confirm, corrections asked for, applications. Nothing for those who may do neither. */
export async function countHoursWaiting(session: Session): Promise<{ pending: number; asked: number; applications: number }> {
  const { actor } = session;
  const [confirms, issues] = [actor.capabilities.has(CONFIRM), actor.capabilities.has(ISSUE)];
  if (!confirms && !issues) return { pending: 0, asked: 0, applications: 0 };
  return session.read(async (tx) => ({
    ...(confirms ? await countWaiting(tx, actor.orgId) : { pending: 0, asked: 0 }),
    applications: issues ? (await selectOpenApplications(tx, actor.orgId)).length : 0,
  }));
}
