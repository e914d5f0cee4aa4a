import { Refusal } from "#kernel/refusal.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { READ } from "../../model/policy.ts";
import type { Series } from "../../model/series.ts";
import { occasionsOfSeries } from "../../store/occasions.ts";
import { selectSeries } from "../../store/series.ts";
import { nameOccasions, type NamedOccasion } from "./name-occasions.ts";

/** A series with all its sessions. */
export async function showSeries(session: Session, seriesId: string): Promise<{ series: Series; occasions: readonly NamedOccasion[]; communityNames: readonly string[] }> {
  const { actor: { orgId } } = session;
  requireCapability(session.actor, READ);
  return session.read(async (tx) => {
    const series = (await selectSeries(tx, orgId, [seriesId])).get(seriesId);
    if (!series) throw new Refusal("not_found", "activities.series_not_found");
    const names = await unitNames(tx, orgId, series.rules.eligibility.communityIds);
    return { series, occasions: await nameOccasions(session, tx, await occasionsOfSeries(tx, orgId, seriesId)), communityNames: [...names.values()].map(({ name }) => name) };
  });
}
