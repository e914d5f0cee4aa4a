import type { Tx } from "#platform/db/connect.ts";
import { closedTeams } from "../store/closings.ts";
import { belongingsOf } from "../store/belongings.ts";
import { namesOfTeams } from "../store/teams.ts";

/** The members of a team now, as persons; nobody once it is closed. The caller authorises. */
export async function peopleOfTeam(tx: Tx, orgId: string, teamId: string): Promise<string[]> {
  if ((await closedTeams(tx, orgId, [teamId])).size > 0) return [];
  return (await belongingsOf(tx, orgId, teamId)).members.map(({ personId }) => personId);
}

/** The same of several teams at once. */
export { membersOfTeams } from "../store/belongings.ts";

/** Names of teams by id, the latest two thousand. */
export const teamNames = async (tx: Tx, orgId: string): Promise<ReadonlyMap<string, string>> => new Map((await namesOfTeams(tx, orgId)).map(({ id, name }) => [id, name]));
