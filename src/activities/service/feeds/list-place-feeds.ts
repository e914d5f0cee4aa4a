import { identitiesOf } from "#people/index.ts";
import { listUnits } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE, OWN } from "../../model/policy.ts";
import { type Feed, listFeeds } from "../../store/feeds.ts";

/** Calendar addresses of places that can be read now, with the places there are. */
export async function listPlaceFeeds(session: Session): Promise<{ feeds: readonly (Feed & { readonly placeName: string })[]; places: readonly { id: string; name: string }[] }> {
  const { actor: { orgId }, today } = session;
  requireCapability(session.actor, MANAGE);
  return session.read(async (tx) => {
    const units = await listUnits(tx, orgId);
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return {
      feeds: (await listFeeds(tx, orgId, null)).map((feed) => ({ ...feed, placeName: names.get(feed.placeId!) ?? "" })),
      places: units.filter(({ kind, validFrom, validTo }) => kind !== "city" && kind !== "district" && validFrom <= today && (validTo === null || validTo > today)).map(({ id, name }) => ({ id, name })),
    };
  });
}

/** One's own calendar addresses. */
export async function listMyFeeds(session: Session): Promise<readonly Feed[]> {
  const { actor } = session;
  requireCapability(actor, OWN);
  if (actor.personId === null) return [];
  return session.read(async (tx) => listFeeds(tx, actor.orgId, (await identitiesOf(tx, actor.orgId, [actor.personId!])).get(actor.personId!) ?? []));
}
