import { thoseNamed } from "#kernel/match-name.ts";
import type { SearchSource } from "#platform/search/search-sources.ts";
import { teamsText } from "../messages/index.ts";
import { OWN } from "../model/policy.ts";
import { namesOfTeams } from "../store/teams.ts";
import { isStaff, ownTeams } from "./ground.ts";

/** Teams for the house-wide search: all for workers, their own for members. */
export const teamsFound: SearchSource = async (session, { q, limit }, language) => {
  if (!session.actor.capabilities.has(OWN)) return null;
  const { orgId } = session.actor;
  const teams = await session.read(async (tx) => (isStaff(session) ? namesOfTeams(tx, orgId) : (await ownTeams(session, tx)).map(({ teamId: id, name }) => ({ id, name, areaWords: "" }))));
  return { title: teamsText[language].title, lines: thoseNamed(teams, q, limit + 1).map(({ id, name, areaWords }) => ({ to: `/teams/${id}`, title: name, detail: areaWords || undefined })) };
};
