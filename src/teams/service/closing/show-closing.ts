import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Level } from "../../model/terms.ts";
import { type TeamEventRow, teamEventsOf } from "../../store/closings.ts";
import type { RequestRow } from "../../store/requests.ts";
import type { ShiftRow } from "../../store/rota.ts";
import { listTeams } from "../../store/teams.ts";
import { openTeam, type OpenTeamRow, requireWork } from "../ground.ts";
import { whatIsOpen } from "./what-is-open.ts";

export interface ShownClosing {
  readonly team: OpenTeamRow;
  readonly requests: readonly (RequestRow & { readonly elderName: string })[];
  readonly elders: readonly { readonly id: string; readonly personId: string; readonly elderName: string; readonly level: Level; readonly agrees: boolean }[];
  readonly turns: readonly (ShiftRow & { readonly memberName: string })[];
  readonly swaps: number;
  readonly members: number;
  /** Teams that can take over whom this one looks after. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly events: readonly TeamEventRow[];
}

/** What stands between a team and its end, with what each of them wants done. */
export async function showClosing(session: Session, teamId: string): Promise<ShownClosing> {
  requireWork(session);
  const { actor } = session;
  return session.write("teams.show_closing", { teamId, at: session.now.toISOString() }, async (tx) => {
    const { team, members, elders } = await openTeam(session, tx, teamId);
    await recordAudit(tx, actor, { action: "team.read", subjectKind: "team", subjectId: teamId, details: {} });
    const { requests, turns, swaps } = await whatIsOpen(session, tx, teamId);
    const elderNames = new Map(elders.map(({ id, elderName }) => [id, elderName]));
    const memberNames = new Map(members.map(({ id, memberName }) => [id, memberName]));
    return {
      team, swaps: swaps.length, members: members.length, events: await teamEventsOf(tx, actor.orgId, teamId),
      requests: requests.map((one) => ({ ...one, elderName: elderNames.get(one.elderId) ?? "" })).toReversed(),
      elders: elders.map(({ id, personId, elderName, level, agrees }) => ({ id, personId, elderName, level, agrees })),
      turns: turns.map((one) => ({ ...one, memberName: memberNames.get(one.memberId!) ?? "" })),
      others: (await listTeams(tx, actor.orgId, { state: "open", limit: 100 })).rows.flatMap(({ id, name }) => (id === teamId ? [] : [{ id, name }])),
    };
  });
}
