import { identitiesOf, personIdsOf } from "#people/index.ts";
import type { SearchSource } from "#platform/search/search-sources.ts";
import { volunteeringText } from "../../messages/index.ts";
import { selectProgrammes } from "../../store/programmes.ts";
import { selectPersonsVolunteering } from "../../store/volunteers.ts";
import { loadRosters } from "./roster.ts";

/** Volunteers for the house-wide search, found as persons are: by characters, pinyin, initials, or the last four digits. One line for each programme they are in. */
export const volunteersFound: SearchSource = async (session, { q, limit }, language) => {
  const { actor: { orgId, capabilities, strong }, today } = session;
  if (!capabilities.has("volunteers.read") || !strong) return null;
  const t = volunteeringText[language];
  return session.read(async (tx) => {
    const identities = await identitiesOf(tx, orgId, await selectPersonsVolunteering(tx, orgId));
    const standing = [...new Set([...identities.values()].map(([survivor]) => survivor!))];
    const found = standing.length === 0 ? [] : (await personIdsOf(tx, orgId, { q, ids: standing }, today)).slice(0, limit + 1);
    const programmes = found.length === 0 ? [] : await selectProgrammes(tx, orgId);
    const rosters = found.length === 0 ? new Map<string, never>() : await loadRosters(tx, orgId, programmes.map(({ id }) => id), today, found);
    const entries = programmes.flatMap((programme) => (rosters.get(programme.id) ?? []).map((entry) => ({ ...entry, programme })));
    return {
      title: t.volunteers,
      lines: found.flatMap((personId) => entries.filter(({ card }) => card.id === personId)).slice(0, limit + 1).map(({ volunteer, card, standing: { status }, programme }) => ({
        to: `/volunteers/${volunteer.id}`, title: card.preferredName ?? card.name, detail: `${programme.name} · ${t.status[status]}`,
      })),
    };
  });
};
