import { thoseNamed } from "#kernel/match-name.ts";
import type { SearchSource } from "#platform/search/search-sources.ts";
import { groupsText } from "../messages/index.ts";
import { namesOfGroups } from "../store/groups.ts";
import { isNear } from "./near.ts";

/** Groups for the house-wide search: those that open for the reader. */
export const groupsFound: SearchSource = async (session, { q, limit }, language) => {
  const { orgId, capabilities, strong } = session.actor;
  if (!capabilities.has("groups.work") || !strong) return null;
  const { title, kinds } = groupsText[language];
  const groups = (await session.read((tx) => namesOfGroups(tx, orgId))).filter((group) => isNear(session, group));
  return { title, lines: thoseNamed(groups, q, limit + 1).map(({ id, name, kind, workerName }) => ({ to: `/groups/${id}`, title: name, detail: `${kinds[kind]} · ${workerName}` })) };
};
