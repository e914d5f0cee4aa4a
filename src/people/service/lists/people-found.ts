import type { SearchSource } from "#platform/search/search-sources.ts";
import { peopleText } from "../../messages/index.ts";
import { searchPersons } from "./search-persons.ts";

/** Persons for the house-wide search, for whoever may open files. */
export const peopleFound: SearchSource = async (session, { q, limit }, language) => {
  const { capabilities, strong } = session.actor;
  if (!capabilities.has("people.read") || !strong) return null;
  const t = peopleText[language];
  const hits = await searchPersons(session, q, { limit: limit + 1 });
  return {
    title: t.list.title,
    lines: hits.map(({ id, name, preferredName, birthOn, communityName, roles }) => ({
      to: `/people/${id}`, title: preferredName ? `${name} ${preferredName}` : name,
      detail: [birthOn?.slice(0, 4), communityName, ...roles.map((role) => t.roles[role])].filter(Boolean).join(" · "),
    })),
  };
};
