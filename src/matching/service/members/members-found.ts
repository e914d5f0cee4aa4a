import { z } from "zod";
import { personIdsOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { judgedOn } from "../../model/round.ts";
import { selectMembers, type Round } from "../../store/rounds.ts";
import { possiblePeople } from "./possible-people.ts";

/** Whom to show of one side of a round. */
export const MemberFilter = z.object({
  side: z.enum(["resident", "helper"]),
  standing: z.enum(["in", "out", "gone"]).optional(),
  /** Of volunteers only. */
  placement: z.enum(["service_team", "reserve"]).optional(),
  /** A community, or null for those without one. */
  communityId: z.uuid().nullable().optional(),
  q: z.string().max(60).optional(),
});
export type MemberFilter = z.output<typeof MemberFilter>;

export type Standing = NonNullable<MemberFilter["standing"]>;

export interface FoundMembers {
  /** By name. */
  readonly ids: readonly string[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly placements: ReadonlyMap<string, "service_team" | "reserve">;
}

/** Everybody of one side who is in or could be and whom the filter meets, ids only and in the order of their names. */
export async function membersFound({ actor, today }: Session, tx: Tx, round: Round, { side, standing, placement, communityId, q }: MemberFilter): Promise<FoundMembers> {
  const possible = await possiblePeople(tx, actor.orgId, round.programmeId, judgedOn(round.startOn, today));
  const members = await selectMembers(tx, actor.orgId, round.id);
  const [inside, could] = side === "resident" ? [new Set(members.residents), new Set(possible.residents)] : [new Set(members.helpers), new Set(possible.helpers.keys())];
  const standings = new Map([...new Set([...inside, ...could])].map((id): [string, Standing] => [id, !could.has(id) ? "gone" : inside.has(id) ? "in" : "out"]));
  const meets = (id: string) => (!standing || standings.get(id) === standing) && (!placement || side === "resident" || possible.helpers.get(id) === placement);
  const wanted = [...standings.keys()].filter(meets);
  const filter = { ids: wanted, ...(communityId && { communityIds: [communityId] }), ...(communityId === null && { noCommunity: true }), ...(q && { q }) };
  return { ids: wanted.length > 0 ? await personIdsOf(tx, actor.orgId, filter, today) : [], standings, placements: possible.helpers };
}
