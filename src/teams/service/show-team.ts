import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { byNeed } from "../model/need.ts";
import { overdueOf } from "../model/request.ts";
import type { DayPart } from "../model/terms.ts";
import { requestsOf, type RequestRow } from "../store/requests.ts";
import { shiftsOf, swapsOf } from "../store/rota.ts";
import type { Fitness } from "../model/fitness.ts";
import { fitnessOn, type MemberFitness } from "./fitness-of.ts";
import { openTeam, type Elder, type Member, type OpenedTeam } from "./ground.ts";

export interface RequestLine extends RequestRow {
  readonly elderName: string;
  readonly laneName: string | null;
  readonly takerName: string;
  readonly overdue: "untaken" | "unfinished" | null;
}

export interface ShownTeam {
  readonly team: OpenedTeam["team"];
  readonly by: OpenedTeam["by"];
  readonly staff: boolean;
  /** `personId` and `standings` only for workers, who may open files; `fitness` is today's. */
  readonly members: readonly (Pick<Member, "id" | "memberName" | "part" | "fromOn"> & { readonly personId: string | null; readonly fitness: Fitness; readonly standings: MemberFitness["standings"] })[];
  readonly elders: readonly (Pick<Elder, "id" | "elderName" | "laneName" | "level" | "kinds" | "note" | "agrees"> & { readonly personId: string | null })[];
  /** What waits or is under way; then what was done of late. */
  readonly requests: readonly RequestLine[];
  readonly onCall: readonly { readonly part: DayPart; readonly memberName: string }[];
  /** Swaps that wait for the reader's answer. */
  readonly swapsForMe: number;
}

/** A team's page. A member sees names, lanes and what is needed: no file, no number, no illness. */
export async function showTeam(session: Session, teamId: string): Promise<ShownTeam> {
  const { actor, now, today } = session;
  return session.write("teams.show", teamId, async (tx) => {
    const { team, by, staff, members, elders } = await openTeam(session, tx, teamId);
    if (staff) await recordAudit(tx, actor, { action: "team.read", subjectKind: "team", subjectId: teamId, details: {} });
    const fitness = await fitnessOn(session, tx, members, [today]);
    const asked = await requestsOf(tx, actor.orgId, teamId, today, today, 60);
    const shifts = await shiftsOf(tx, actor.orgId, teamId, today, today);
    const swaps = by.memberId === null ? [] : await swapsOf(tx, actor.orgId, [teamId], today);
    const nameOf = (id: string | null) => members.find((one) => one.id === id)?.memberName ?? "";
    const shown = new Map(elders.map((one) => [one.id, one]));
    return {
      team, by, staff, swapsForMe: swaps.filter(({ answer, toMember }) => answer === null && toMember === by.memberId).length,
      members: members.map(({ id, memberName, part, fromOn, personId }) => ({ id, memberName, part, fromOn, personId: staff ? personId : null, fitness: fitness(id, today).fitness, standings: staff ? fitness(id, today).standings : [] })).toSorted((a, b) => PART_ORDER.indexOf(a.part) - PART_ORDER.indexOf(b.part)),
      elders: elders.map(({ id, elderName, laneName, level, kinds, note, agrees, personId }) => ({ id, elderName, laneName, level, kinds, note, agrees, personId: staff ? personId : null })).toSorted((a, b) => byNeed({ ...a, name: a.elderName }, { ...b, name: b.elderName })),
      requests: asked.flatMap((one) => (shown.has(one.elderId) ? [{ ...one, elderName: shown.get(one.elderId)!.elderName, laneName: shown.get(one.elderId)!.laneName, takerName: nameOf(one.memberId), overdue: overdueOf(one, now, today) }] : [])).toSorted((a, b) => a.wantedOn.localeCompare(b.wantedOn) || a.at.localeCompare(b.at)),
      onCall: shifts.flatMap(({ part, memberId }) => (memberId === null ? [] : [{ part, memberName: nameOf(memberId) }])),
    };
  });
}

const PART_ORDER = ["lead", "deputy", "member"];
