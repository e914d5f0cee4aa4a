import { listColleagues } from "#identity/index.ts";
import { personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { TeamMember } from "../../model/plan.ts";
import type { TeamChangeRow } from "../../store/changes.ts";
import type { Team } from "../../store/plans.ts";

export type NamedMember = TeamMember & { readonly name: string };
export type NamedChange = Omit<TeamChangeRow, "member"> & { readonly member: NamedMember | null };

export interface NamedTeam extends Omit<Team, "members"> {
  /** A, B, C … as on the map and the sheets. */
  readonly letter: string;
  readonly members: readonly NamedMember[];
  readonly changes: readonly NamedChange[];
}

/** A, B, C … in the order in which teams came in. */
export const letterAt = (index: number): string => String.fromCharCode(65 + index);

/** Colleagues' names by account; read before the transaction that needs them. */
export async function colleagueNames(session: Session): Promise<ReadonlyMap<string, string>> {
  return new Map((await listColleagues(session)).map(({ accountId, name }) => [accountId, name]));
}

/** Who goes, as they like to be called; who has left since has no name. */
export async function nameMembers(tx: Tx, orgId: string, members: readonly TeamMember[], colleagues: ReadonlyMap<string, string>): Promise<NamedMember[]> {
  const volunteers = await personCards(tx, orgId, members.flatMap(({ kind, id }) => (kind === "volunteer" ? [id] : [])));
  return members.map((member) => ({ ...member, name: (member.kind === "staff" ? colleagues.get(member.id) : volunteers.get(member.id)?.preferredName ?? volunteers.get(member.id)?.name) ?? "" }));
}

/** Teams as they began, with the names of who was in them and came in since. */
export async function nameTeams(tx: Tx, orgId: string, { teams, changes }: { teams: readonly Team[]; changes: readonly TeamChangeRow[] }, colleagues: ReadonlyMap<string, string>): Promise<NamedTeam[]> {
  const everybody = [...teams.flatMap(({ members }) => members), ...changes.flatMap(({ member }) => member ?? [])];
  const named = new Map((await nameMembers(tx, orgId, everybody, colleagues)).map((member) => [`${member.kind}:${member.id}`, member]));
  const nameOf = (member: TeamMember): NamedMember => named.get(`${member.kind}:${member.id}`)!;
  return teams.map((team, index) => ({
    ...team, letter: letterAt(index), members: team.members.map(nameOf),
    changes: changes.filter(({ teamId }) => teamId === team.id).map((change) => ({ ...change, member: change.member && nameOf(change.member) })),
  }));
}
