import { listUnits, unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { chartOf, type NeedChart } from "../model/chart.ts";
import type { NeedFilter } from "../model/count.ts";
import { packOn, type NeedPack } from "../model/need-pack.ts";
import { NEED_PACKS } from "../model/need-packs.ts";
import { countNeedCells } from "../store/count-needs.ts";

/** The table of needs with the names of its communities. */
export interface NamedNeedChart {
  readonly chart: NeedChart;
  readonly names: Readonly<Record<string, string>>;
  /** All communities, to filter by. */
  readonly communities: readonly { readonly id: string; readonly name: string }[];
  readonly pack: Pick<NeedPack, "version" | "source">;
}

/** Needs of the organisation's people as a table by need and community. Small numbers are shown as they are: for its own eyes. */
export async function chartNeeds(session: Session, filter: NeedFilter): Promise<NamedNeedChart> {
  const { actor, today } = session;
  requireCapability(actor, "people.read");
  const pack = packOn(NEED_PACKS, today);
  return session.read(async (tx) => {
    const chart = chartOf(await countNeedCells(tx, actor.orgId, filter), pack);
    const names = await unitNames(tx, actor.orgId, chart.communityIds.filter((id) => id !== "none"));
    const communities = (await listUnits(tx, actor.orgId, { kinds: ["community"], on: today })).map(({ id, name }) => ({ id, name }));
    return { chart, names: Object.fromEntries([...names].map(([id, { name }]) => [id, name])), communities, pack: { version: pack.version, source: pack.source } };
  });
}
