import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards, whoAllows, type PersonCard } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { OWN, WORK } from "../model/policy.ts";
import type { Speaker } from "../model/request.ts";
import type { Level, Part } from "../model/terms.ts";
import { belongingsOf, belongingsOfPerson, type BelongingRow, type ElderRow, type MemberRow } from "../store/belongings.ts";
import { closedTeams } from "../store/closings.ts";
import { findTeam, lockTeam, type By, type TeamRow } from "../store/teams.ts";
import type { Closed } from "../model/closing.ts";

export interface Member extends Omit<MemberRow, "standing"> { readonly memberName: string; readonly part: Part }

/** Somebody a team looks after, as members may know them: how they like to be called, their lane, what is needed. */
export interface Elder extends Omit<ElderRow, "standing"> {
  readonly elderName: string;
  readonly laneName: string | null;
  readonly level: Level;
  /** False from the commit on in which they took their consent back: then members see nothing of them. */
  readonly agrees: boolean;
}

/** A team, and since when it is closed if it is. */
export interface OpenTeamRow extends TeamRow { readonly closed: Closed | null }

export interface OpenedTeam {
  readonly team: OpenTeamRow;
  readonly by: Speaker;
  /** A worker: may open files, and sees who no longer agrees. */
  readonly staff: boolean;
  readonly members: readonly Member[];
  readonly elders: readonly Elder[];
  readonly cards: ReadonlyMap<string, PersonCard>;
}

/** Workers see and enter everything of teams; the second factor is asked for, since they open files. */
export const isStaff = ({ actor }: Pick<Session, "actor">): boolean => actor.capabilities.has(WORK) && actor.strong;

export function requireWork({ actor }: Pick<Session, "actor">): void {
  if (!actor.capabilities.has(WORK)) throw new Refusal("forbidden", "access.not_allowed");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

export function requireOwn({ actor }: Pick<Session, "actor">): void {
  if (!actor.capabilities.has(OWN)) throw new Refusal("forbidden", "access.not_allowed");
}

/** A team with its people, for its members and for workers; for everybody else it does not exist. */
export async function openTeam(session: Session, tx: Tx, teamId: string): Promise<OpenedTeam> {
  requireOwn(session);
  const { actor: { orgId, personId }, today } = session;
  const found = await findTeam(tx, orgId, teamId);
  if (!found) throw new Refusal("not_found", "teams.not_found");
  const team = { ...found, closed: (await closedTeams(tx, orgId, [teamId])).get(teamId) ?? null };
  const { members, elders } = await belongingsOf(tx, orgId, teamId);
  const cards = await personCards(tx, orgId, [...members, ...elders].map((one) => one.personId).concat(personId ?? []));
  const self = personId === null ? undefined : cards.get(personId)?.id;
  const own = members.find((one) => one.personId === self);
  const staff = isStaff(session);
  if (!own && !staff) throw new Refusal("not_found", "teams.not_found");
  const agreeing = await whoAllows(tx, orgId, elders.map((one) => one.personId), "be_matched", today);
  const named = elders.map(({ standing, ...one }) => {
    const card = cards.get(one.personId);
    return { ...one, level: standing as Level, elderName: card?.preferredName ?? card?.name ?? "", laneName: card?.laneName ?? null, agrees: agreeing.has(one.personId) && card?.withheldOn === null && card.deceasedOn === null };
  });
  return {
    team, staff, cards, by: { memberId: own?.id ?? null, runs: staff || own?.standing === "lead" || own?.standing === "deputy" },
    members: members.map(({ standing, ...one }) => ({ ...one, part: standing as Part, memberName: cards.get(one.personId)?.preferredName ?? cards.get(one.personId)?.name ?? "" })),
    elders: named.filter(({ agrees }) => agrees || staff),
  };
}

/** A team that is to be changed: nobody else changes it meanwhile, and a closed one is not changed at all. */
export async function changeTeam(session: Session, tx: Tx, teamId: string): Promise<OpenedTeam> {
  await lockTeam(tx, session.actor.orgId, teamId);
  const opened = await openTeam(session, tx, teamId);
  if (opened.team.closed) throw new Refusal("conflict", "teams.closed");
  return opened;
}

/** The teams the actor belongs to now, without those that are closed. */
export async function ownTeams({ actor: { orgId, personId } }: Pick<Session, "actor">, tx: Tx): Promise<BelongingRow[]> {
  if (personId === null) return [];
  const [standing] = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [];
  const rows = standing ? (await belongingsOfPerson(tx, orgId, standing)).filter(({ side, untilOn }) => side === "member" && untilOn === null) : [];
  const closed = await closedTeams(tx, orgId, rows.map(({ teamId }) => teamId));
  return rows.filter(({ teamId }) => !closed.has(teamId));
}

export const byOf = ({ actor, now }: Pick<Session, "actor" | "now">): By => ({ byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
