import { Refusal } from "#kernel/refusal.ts";
import { countPersons, personCards } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { decodeCursor, pageOf } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { countMembers, selectRound } from "../../store/rounds.ts";
import { adoptedRun } from "../../store/runs.ts";
import { membersFound, type MemberFilter, type Standing } from "./members-found.ts";

/** One page of who is in a round or could be. */
export interface ShownMembers {
  readonly round: { readonly id: string; readonly number: number };
  readonly members: { readonly residents: number; readonly helpers: number };
  /** Whether there is an answer already, so that one could see what a change would do. */
  readonly computed: boolean;
  readonly found: number;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly communityName: string | null; readonly standing: Standing; readonly placement: "service_team" | "reserve" | null }[];
  readonly next: string | null;
  /** Communities of everybody found, by name. */
  readonly places: Readonly<Record<string, string>>;
}

const ON_A_PAGE = 50;

/** Who is in and who could be, a page at a time by name; files are looked up for the page alone. */
export async function listMembers(session: Session, roundId: string, filter: MemberFilter, { after, limit = ON_A_PAGE }: { after?: string | null | undefined; limit?: number } = {}): Promise<ShownMembers> {
  const { actor, today } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.list_members", { roundId, filter, after }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    const { ids, standings, placements } = await membersFound(session, tx, round, filter);
    const from = decodeCursor(after, ["id"])?.[0];
    const begin = from === undefined ? 0 : ids.indexOf(String(from)) + 1;
    const page = pageOf(ids.slice(begin, begin + limit + 1), limit, (id) => [id]);
    const cards = await personCards(tx, actor.orgId, page.rows, { purpose: "be_matched", on: session.today });
    const { byPlace } = ids.length > 0 ? await countPersons(tx, actor.orgId, { ids: [...standings.keys()] }, today) : { byPlace: [] };
    const units = await unitNames(tx, actor.orgId, [...new Set(byPlace.map(({ communityId }) => communityId).filter((id) => id !== null))]);
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId, details: { members: page.rows.length } });
    return {
      computed: await adoptedRun(tx, actor.orgId, roundId) !== undefined,
      round: { id: round.id, number: round.number }, members: await countMembers(tx, actor.orgId, roundId), found: ids.length, next: page.next,
      rows: page.rows.map((id) => {
        const card = cards.get(id);
        return { id, name: card?.preferredName ?? card?.name ?? "", communityName: card?.communityName ?? null, standing: standings.get(id) ?? "gone", placement: placements.get(id) ?? null };
      }),
      places: Object.fromEntries([...units].map(([id, { name }]) => [id, name] as const).sort(([, a], [, b]) => (a < b ? -1 : 1))),
    };
  });
}
