import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { memberStanding, standingOf, type GroupStanding, type MemberStanding } from "../model/group.ts";
import { eventsOf, findGroup, type EventRow, type GroupRow } from "../store/groups.ts";
import { memberEventsOf, membersOf, type MemberEventRow, type MemberRow } from "../store/members.ts";

export interface NearGroup {
  readonly group: GroupRow;
  readonly events: readonly EventRow[];
  readonly standing: GroupStanding;
}

export interface Member extends MemberRow, MemberStanding {
  readonly name: string;
  /** Whether they let no data be kept: then even their name is not said. */
  readonly blank: boolean;
  readonly events: readonly MemberEventRow[];
}

/** Whether somebody belonged on a day. */
export const belongedOn = (day: string) => ({ joinedOn, leftOn }: Pick<Member, "joinedOn" | "leftOn">): boolean => joinedOn <= day && (leftOn === null || leftOn >= day);

export function requireGroupWork({ actor }: Session): void {
  if (!actor.capabilities.has("groups.work")) throw new Refusal("forbidden", "access.not_allowed");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

/** Who leads the group as its worker, or supervises: what members said and did is for them only. */
export const isNear = ({ actor }: Pick<Session, "actor">, { workerAccount }: Pick<GroupRow, "workerAccount">): boolean => workerAccount === actor.accountId || actor.capabilities.has("cases.supervise");

/** The group, for whoever stands near it. */
export async function requireNear(session: Session, tx: Tx, groupId: string): Promise<NearGroup> {
  requireGroupWork(session);
  const { orgId } = session.actor;
  const group = await findGroup(tx, orgId, groupId);
  if (!group) throw new Refusal("not_found", "groups.not_found");
  if (!isNear(session, group)) throw new Refusal("forbidden", "groups.not_near");
  const events = (await eventsOf(tx, orgId, [groupId])).get(groupId) ?? [];
  return { group, events, standing: standingOf(events) };
}

/** Everybody who belongs or belonged, with names; the actor's own record is not theirs to read here. */
export async function namedMembers({ actor: { orgId } }: Pick<Session, "actor">, tx: Tx, groupId: string): Promise<Member[]> {
  const rows = await membersOf(tx, orgId, groupId);
  const events = await memberEventsOf(tx, orgId, rows.map(({ id }) => id));
  const cards = await personCards(tx, orgId, rows.map(({ personId }) => personId));
  return rows.map((row) => {
    const said = events.get(row.id) ?? [];
    const card = cards.get(row.personId);
    return { ...row, ...memberStanding(said), personId: card?.id ?? row.personId, name: card?.preferredName ?? card?.name ?? "", blank: card?.blank ?? true, events: said };
  });
}
