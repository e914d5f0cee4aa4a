import { listColleagues } from "#identity/index.ts";
import { personCards } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Team } from "../../store/plans.ts";

export interface NamedTeam extends Omit<Team, "members"> {
  /** A, B, C … as on the map and the sheets. */
  readonly letter: string;
  readonly members: readonly (Team["members"][number] & { readonly name: string })[];
}

/** Colleagues' names by account; read before the transaction that needs them. */
export async function colleagueNames(session: Session): Promise<ReadonlyMap<string, string>> {
  return new Map((await listColleagues(session)).map(({ accountId, name }) => [accountId, name]));
}

/** Teams with the names of who is in them; who has left since has none. */
export async function nameTeams(tx: Tx, orgId: string, teams: readonly Team[], colleagues: ReadonlyMap<string, string>): Promise<NamedTeam[]> {
  const volunteers = await personCards(tx, orgId, teams.flatMap(({ members }) => members.flatMap(({ kind, id }) => (kind === "volunteer" ? [id] : []))));
  const nameOf = ({ kind, id }: Team["members"][number]) => (kind === "staff" ? colleagues.get(id) : volunteers.get(id)?.preferredName ?? volunteers.get(id)?.name) ?? "";
  return teams.map((team, index) => ({ ...team, letter: String.fromCharCode(65 + index), members: team.members.map((member) => ({ ...member, name: nameOf(member) })) }));
}
