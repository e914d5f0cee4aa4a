import { showGroup } from "#groups/index.ts";
import type { Session } from "#platform/db/session.ts";
import { madeOfGroup } from "../store/templates.ts";

/** A group with the sessions and members a form may be about, and what was made of it, for whoever stands near it. Who lets no data be kept is not offered. */
export async function listGroupMade(session: Session, groupId: string) {
  const { group, sessions, members } = await showGroup(session, groupId);
  return {
    name: group.name, sessions: sessions.map(({ id, number, aim }) => ({ id, number, aim })), members: members.filter(({ blank }) => !blank).map(({ id, name }) => ({ id, name })),
    made: await session.read((tx) => madeOfGroup(tx, session.actor.orgId, groupId)),
  };
}
