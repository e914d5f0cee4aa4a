import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Discovery, Profile } from "../model/terms.ts";
import { discoveriesOf, insertDiscovery, insertProfile, profilesOf } from "../store/people.ts";
import { fault, requirePerson } from "./near.ts";

/** Writes down what somebody wants and can (职业能力概况); the version before stays. */
export async function writeProfile(session: Session, personId: string, profile: Profile): Promise<{ number: number }> {
  const { actor, now, today } = session;
  if (profile.leastHours !== undefined && profile.mostHours !== undefined && profile.leastHours > profile.mostHours) throw fault("mostHours", "employment.hours_order");
  return session.write("employment.profile", { personId, ...profile }, async (tx) => {
    const { card } = await requirePerson(session, tx, personId);
    const number = ((await profilesOf(tx, actor.orgId, [card.id]))[0]?.number ?? 0) + 1;
    await insertProfile(tx, actor.orgId, card.id, profile, { number, onDay: today, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "employment.profile_written", subjectKind: "person", subjectId: card.id, details: { number } });
    return { number };
  });
}

/** Adds a note of discovery (职业探索): what was tried and seen. */
export async function addDiscovery(session: Session, personId: string, discovery: Discovery): Promise<{ number: number }> {
  const { actor, now, today } = session;
  if (discovery.onDay > today) throw fault("onDay", "employment.in_future");
  return session.write("employment.discovery", { personId, ...discovery }, async (tx) => {
    const { card } = await requirePerson(session, tx, personId);
    const number = Math.max(0, ...(await discoveriesOf(tx, actor.orgId, [card.id])).map((one) => one.number)) + 1;
    await insertDiscovery(tx, actor.orgId, card.id, discovery, { number, onDay: discovery.onDay, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "employment.discovered", subjectKind: "person", subjectId: card.id });
    return { number };
  });
}
