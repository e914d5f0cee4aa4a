import { ensureUnits } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";

interface Place { readonly community: string | null; readonly lane: string | null }
interface PlaceIds { readonly communityId: string | null; readonly laneId: string | null }

/** Communities and lanes of one import by name: each is looked up or added once, whatever the number of rows. For one run only. */
export class UnitBook {
  readonly #session: Session;
  readonly #importId: string;
  readonly #communities = new Map<string, string>();
  readonly #lanes = new Map<string, string>();

  constructor(session: Session, importId: string) {
    this.#session = session;
    this.#importId = importId;
  }

  /** Makes sure that all these places are there; in the transaction of the persons who live in them. */
  async learn(tx: Tx, places: readonly Place[]): Promise<void> {
    const communities = [...new Set(places.flatMap(({ community }) => (community !== null && !this.#communities.has(community) ? [community] : [])))];
    await this.#ensure(tx, communities.map((name) => ({ key: name, kind: "community" as const, name })), this.#communities);
    const lanes = new Map(places.flatMap(({ community, lane }) => {
      if (community === null || lane === null) return [];
      const parentId = this.#communities.get(community)!;
      const key = `${parentId} ${lane}`;
      return this.#lanes.has(key) ? [] : [[key, { key, kind: "lane" as const, name: lane, parentId }] as const];
    }));
    await this.#ensure(tx, [...lanes.values()], this.#lanes);
  }

  /** Ids of a place that was learned. */
  idsOf({ community, lane }: Place): PlaceIds {
    const communityId = community === null ? null : this.#communities.get(community) ?? null;
    return { communityId, laneId: communityId === null || lane === null ? null : this.#lanes.get(`${communityId} ${lane}`) ?? null };
  }

  async #ensure(tx: Tx, wanted: readonly { key: string; kind: "community" | "lane"; name: string; parentId?: string }[], into: Map<string, string>): Promise<void> {
    if (wanted.length === 0) return;
    const ids = await ensureUnits(this.#session, tx, wanted.map(({ kind, name, parentId }) => ({ kind, name, parentId })), { sourceId: this.#importId });
    for (const [index, { key }] of wanted.entries()) into.set(key, ids[index]!);
  }
}
